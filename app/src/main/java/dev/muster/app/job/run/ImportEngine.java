package dev.muster.app.job.run;

import dev.muster.ChunkImport;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.job.unchanged.UnchangedRecords;
import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.app.settings.BuildVersion;
import dev.muster.app.store.Session;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.SubmittedImports;
import dev.muster.apply.Directory;
import dev.muster.decide.Decider;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.match.Matcher;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Preparation;
import dev.muster.user.Realm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets up the preparation and the import of one job's records. For one thread. */
final class ImportEngine {

  private final Session store;
  private final Job job;
  private final SurveyedInput input;
  private final Realm realm;
  private final List<FormatWork> works;
  private final StopSignal stop;
  private final ImportProgress progress;
  private final Optional<String> fingerprintKey;
  private @Nullable UnchangedRecords unchanged;
  private boolean toldWhyGivenUp;

  /**
   * Creates the engine of one job.
   *
   * @param fingerprintKey the directory's key; empty if no fingerprints are to be stored
   */
  ImportEngine(
      Session store,
      Job job,
      SurveyedInput input,
      Realm realm,
      List<FormatWork> works,
      StopSignal stop,
      ImportProgress progress,
      Optional<String> fingerprintKey) {
    this.store = store;
    this.job = job;
    this.input = input;
    this.realm = realm;
    this.works = works;
    this.stop = stop;
    this.progress = progress;
    this.fingerprintKey = fingerprintKey;
  }

  /** Reads and prepares the input's chunks that are not completed. */
  PreparedChunks chunks(ImportTarget target, ResumePoint from) throws IOException {
    return new PreparedChunks(
        from.open(input, job),
        preparation(target),
        input::mayRepeat,
        job.chunkSize(),
        from.chunksDone(),
        job.records() - from.recordsDone(),
        input::requireUnchanged,
        store.database().threads());
  }

  private ChunkPreparation preparation(ImportTarget target) {
    Preparation preparation = input.dialect().preparation();
    Optional<UnparsedRecords> unparsed = input.unparsed();
    if (unparsed.isEmpty() || fingerprintKey.isEmpty()) {
      return ChunkPreparation.of(preparation);
    }
    boolean updates = input.dialect().policy().onMatch() == OnMatch.UPDATE;
    unchanged =
        new UnchangedRecords(
            preparation,
            unparsed.get(),
            realm,
            BuildVersion.text(),
            fingerprintKey.get(),
            updates ? target.unchangedLookup() : Optional.empty());
    return unchanged;
  }

  /** Reports, once, if look-ups of unchanged records were given up. */
  void tellIfLookupsGivenUp() {
    if (unchanged != null && !toldWhyGivenUp) {
      unchanged
          .whyGivenUp()
          .ifPresent(
              reason -> {
                toldWhyGivenUp = true;
                progress.unchangedNotSkipped(reason);
              });
    }
  }

  /**
   * Creates the work that imports chunks.
   *
   * @param bisecting whether to isolate records that the database rejects, which is slower
   */
  ChunkWork work(ImportTarget target, boolean bisecting) {
    return new TimedChunkWork(untimed(target, bisecting), progress::chunkTook);
  }

  private ChunkWork untimed(ImportTarget target, boolean bisecting) {
    Directory directory = RoleCreation.of(target.directory(), store, job, realm);
    UserWork users = new UserWork(engine(input.dialect().policy(), target, bisecting), directory);
    for (FormatWork own : works) {
      if (own.format().equals(job.format())) {
        return own.begin(
            new ImportAttempt(
                store,
                job,
                input,
                realm,
                target.directory(),
                users,
                policy -> engine(policy, target, bisecting),
                hashedAhead(),
                () -> !stop.raised()));
      }
    }
    return users;
  }

  private HashedAhead hashedAhead() {
    SubmittedImports submitted = store.submitted();
    return submitted
        .hashes()
        .filter(hashes -> submitted.find(job).isPresent())
        .<HashedAhead>map(hashes -> (first, last) -> hashes.between(job, first, last))
        .orElse(HashedAhead.NOTHING);
  }

  private ChunkEngine engine(Policy policy, ImportTarget target, boolean bisecting) {
    ChunkEngine engine =
        new ChunkImport(
                new Matcher(realm.number(), job.options().ownRealmOnly()),
                new Decider(policy, realm, job.createdAt()),
                job.firstUser(),
                job.options().diff(),
                RoleCreation.isWanted(job))
            ::run;
    return bisecting ? new Bisection(engine, target) : engine;
  }
}
