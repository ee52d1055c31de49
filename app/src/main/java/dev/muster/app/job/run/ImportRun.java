package dev.muster.app.job.run;

import dev.muster.ChunkImport;
import dev.muster.app.format.FamiliarRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.Session.ScratchJobs;
import dev.muster.app.store.SubmittedImports;
import dev.muster.decide.Decider;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.match.Matcher;
import dev.muster.prepare.Preparation;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one job from where it stands to its end. Users, results and claims of a chunk become
 * permanent in one transaction, so that a run which is killed has done each chunk wholly or not at
 * all.
 */
final class ImportRun {

  private final Session store;
  private final Job job;
  private final SurveyedInput input;
  private final Realm realm;
  private final List<FormatWork> works;
  private final StopSignal stop;
  private final ImportProgress progress;
  private final RequestedStop requested;
  private Optional<String> sealKey = Optional.empty();

  ImportRun(
      Session store,
      Job job,
      SurveyedInput input,
      Realm realm,
      List<FormatWork> works,
      StopSignal stop,
      ImportProgress progress) {
    this.store = store;
    this.job = job;
    this.input = input;
    this.realm = realm;
    this.works = List.copyOf(works);
    this.stop = stop;
    this.progress = progress;
    this.requested = new RequestedStop(store.jobs(), job, stop);
  }

  /**
   * Runs to the end.
   *
   * @return completed, or failed for a whole that was undone
   * @throws Stopped if the stop signal was raised; the job can be resumed
   * @throws IOException if the input can't be read any more
   */
  JobState run() throws IOException {
    requested.lookNow();
    Set<String> lookups = input.dialect().lookups();
    if (input.familiar().isPresent()) {
      sealKey = patiently(store::sealKey); // before any transaction, which could not be waited in
    }
    try (ImportTarget target =
        job.options().dryRun() && !input.allOrNothing()
            ? store.dryTarget(realm, lookups)
            : store.target(realm, lookups, job.records())) {
      return job.options().commit() == CommitPolicy.WHOLE
          ? patiently(() -> whole(target))
          : byChunk(target);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The sums so far. */
  Tally tally() {
    return patiently(() -> store.jobs().tally(job));
  }

  private <T> T patiently(Supplier<T> work) {
    return new RetryPolicy(stop, progress).insist(work);
  }

  private JobState byChunk(ImportTarget target) throws IOException {
    if (job.options().dryRun()) {
      // what an earlier run decided went with its scratch
      patiently(() -> inStore(() -> store.jobs().forgetChunks(job)));
    }
    int first = patiently(() -> store.jobs().chunksDone(job));
    long done = Math.min(job.records(), (long) first * job.chunkSize());
    progress.importing(job, done);
    ChunkWork work = work(target);
    try (PreparedChunks chunks = chunks(target, first)) {
      PreparedChunk next = next(chunks);
      while (next != null) {
        long before = done;
        ChunkTransaction transaction =
            new ChunkTransaction(
                target,
                work,
                store.jobs(),
                job,
                stop,
                this::inStore,
                decided -> progress.decided(before + decided));
        done += transaction.carryOut(next, chunks, new RetryPolicy(stop, progress));
        progress.done(done);
        requested.lookBetweenTransactions(!target.shared());
        next = next(chunks);
      }
    }
    checkCount(done);
    return JobState.COMPLETED;
  }

  private JobState whole(ImportTarget target) {
    if (store.jobs().chunksDone(job) > 0) {
      // all its chunks were saved at once: only the word that it is finished is missing
      return tally().failed() > 0 ? JobState.FAILED : JobState.COMPLETED;
    }
    progress.importing(job, 0);
    try (ScratchJobs scratch = store.scratchLog()) {
      JobStore kept = scratch.log();
      Job copy = kept.create(job);
      ChunkWork work = work(target);
      try {
        target.inTransaction(
            () -> {
              if (onTrial()) {
                ImportAdmission.tryRules(store, realm); // undone with the rest
              }
              everyChunk(target, work, kept, copy);
              if (kept.tally(copy).failed() > 0 || onTrial()) {
                throw new Undone();
              }
              inStore(() -> kept.chunks(copy, false, this::save));
              target.settle(); // what is told now can't be taken back
              work.end(true);
              return true;
            });
        return JobState.COMPLETED;
      } catch (Undone e) {
        boolean failed = kept.tally(copy).failed() > 0;
        RolledBack rolledBack = new RolledBack(job.firstUser());
        inStore(
            () ->
                kept.chunks(
                    copy, false, chunk -> save(failed ? rolledBack.rewrite(chunk) : chunk)));
        work.end(false);
        return failed ? JobState.FAILED : JobState.COMPLETED;
      }
    }
  }

  private void everyChunk(ImportTarget target, ChunkWork work, JobStore kept, Job copy) {
    long done = 0;
    try (PreparedChunks chunks = chunks(target, 0)) {
      for (PreparedChunk chunk = next(chunks); chunk != null; chunk = next(chunks)) {
        work.carryOut(chunk, kept, copy).save(kept, copy);
        done += chunk.size();
        progress.done(done);
      }
      checkCount(done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dry run of a format whose effects no scratch can hold: it is done, and undone. */
  private boolean onTrial() {
    return job.options().dryRun() && input.allOrNothing();
  }

  private ChunkWork work(ImportTarget target) {
    UserWork users = new UserWork(engine(input.dialect().policy()), input, target.directory());
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
                this::engine,
                hashedAhead(),
                () -> !stop.raised()));
      }
    }
    return users;
  }

  private HashedAhead hashedAhead() {
    return store
        .submitted()
        .filter(submitted -> submitted.find(job).isPresent())
        .flatMap(SubmittedImports::hashes)
        .<HashedAhead>map(hashes -> (first, last) -> hashes.between(job, first, last))
        .orElse(HashedAhead.NOTHING);
  }

  private ChunkImport engine(Policy policy) {
    return new ChunkImport(
        new Matcher(realm.number()),
        new Decider(policy, realm, job.createdAt()),
        job.firstUser(),
        job.options().diff());
  }

  private PreparedChunks chunks(ImportTarget target, int first) throws IOException {
    return new PreparedChunks(
        input.open(),
        preparation(target),
        job.chunkSize(),
        first,
        job.records() - Math.min(job.records(), (long) first * job.chunkSize()),
        input::requireUnchanged,
        store.database().threads());
  }

  private BatchPreparation preparation(ImportTarget target) {
    Preparation preparation = input.dialect().preparation();
    Optional<FamiliarRecords> familiar = input.familiar();
    if (familiar.isEmpty() || sealKey.isEmpty()) {
      return BatchPreparation.of(preparation);
    }
    boolean updates = input.dialect().policy().onMatch() == OnMatch.UPDATE;
    return new RecognisingPreparation(
        preparation,
        familiar.get(),
        sealKey.get(),
        updates ? target.recognition() : Optional.empty());
  }

  /** Unless it is time to stop. */
  private @Nullable PreparedChunk next(PreparedChunks chunks) throws IOException {
    requested.look();
    if (stop.raised()) {
      throw new Stopped();
    }
    return chunks.next();
  }

  private void checkCount(long done) throws IOException {
    if (done != job.records()) {
      throw new IOException(
          "the input changed while it was imported: "
              + done
              + " records where the survey saw "
              + job.records());
    }
  }

  private void save(JobChunk chunk) {
    store.jobs().save(job, chunk, Map.of());
  }

  private boolean inStore(Runnable work) {
    return store.inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** Leaves the transaction of a whole of which some record failed; nothing went wrong. */
  private static final class Undone extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Undone() {
      super(null, null, false, false);
    }
  }
}
