package dev.muster.app.job.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.store.Session;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.Session.ScratchJobs;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.apply.DataViolation;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one job from its current position to its end. Users, results and claims of a chunk are
 * committed in one transaction, so a killed run has completed each chunk either fully or not at
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
   * @return completed, or failed for an all-or-nothing import that was rolled back
   * @throws Stopped if the stop signal was raised; the job can be resumed
   * @throws IOException if the input can't be read any more
   */
  JobState run() throws IOException {
    patiently(requested::lookNow);
    // reads the key outside a transaction, where it can wait for the store
    ImportEngine engine =
        new ImportEngine(
            store,
            job,
            input,
            realm,
            works,
            stop,
            progress,
            input.unparsed().isPresent() ? patiently(store::fingerprintKey) : Optional.empty());
    BisectedChunks bisected = new BisectedChunks(job);
    while (true) {
      try (ImportTarget target = target()) {
        return job.options().commit() == CommitPolicy.WHOLE
            ? patiently(() -> whole(target, engine, bisected))
            : byChunk(target, engine, bisected);
      } catch (DataViolation e) {
        bisected.extend(e, patiently(() -> store.jobs().chunksDone(job)));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private ImportTarget target() {
    Set<String> lookups = input.dialect().lookups();
    return job.options().dryRun() && !input.allOrNothing()
        ? store.dryTarget(realm, lookups)
        : store.target(realm, lookups, new SurveyedKeys(job.records(), input::mayBeGivenTwice));
  }

  /** The counts so far. */
  Tally tally() {
    return patiently(() -> store.jobs().tally(job));
  }

  private <T> T patiently(Supplier<T> work) {
    return new RetryPolicy(stop, progress).insist(work);
  }

  private JobState byChunk(ImportTarget target, ImportEngine engine, BisectedChunks bisected)
      throws IOException {
    if (job.options().dryRun()) {
      // the decisions of an earlier run were lost with its scratch store
      patiently(() -> inStore(() -> store.jobs().forgetChunks(job)));
    }
    ResumePoint from = patiently(() -> ResumePoint.of(store.jobs(), job));
    long done = from.recordsDone();
    progress.importing(job, done);
    bisected.transactionRecords(target.transactionRecords());
    Optional<MissingUsers> missing =
        patiently(() -> MissingUsers.before(store, job, realm, target.directory()));
    ChunkWork fast = engine.work(target, false);
    ChunkWork bisecting = bisected.isEmpty() ? fast : engine.work(target, true);
    try (PreparedChunks chunks = engine.chunks(target, from)) {
      PreparedChunk next = next(chunks);
      while (next != null) {
        long before = done;
        ChunkTransaction transaction =
            new ChunkTransaction(
                target,
                chunk -> bisected.contains(chunk) ? bisecting : fast,
                store.jobs(),
                job,
                requested,
                this::inStore,
                decided -> progress.decided(before + decided));
        done += transaction.carryOut(next, chunks, new RetryPolicy(stop, progress));
        progress.done(done);
        if (!target.shared()) {
          requested.letOthersWrite();
        }
        engine.tellIfLookupsGivenUp();
        next = next(chunks);
      }
    }
    checkCount(done);
    missing.ifPresent(users -> patiently(() -> report(users)));
    return JobState.COMPLETED;
  }

  /** Stores who is missing, once all chunks are committed. */
  private boolean report(MissingUsers users) {
    MissingUsers.Found found = users.find(store.jobs(), job);
    return inStore(found::save);
  }

  private JobState whole(ImportTarget target, ImportEngine engine, BisectedChunks bisected) {
    if (store.jobs().chunksDone(job) > 0) {
      // its chunks were committed all at once; only its state was not updated
      boolean refused =
          store.jobs().missing().find(job.number()).filter(MissingResult::refused).isPresent();
      return refused || tally().failed() > 0 ? JobState.FAILED : JobState.COMPLETED;
    }
    progress.importing(job, 0);
    try (ScratchJobs scratch = store.scratchLog()) {
      JobStore kept = scratch.log();
      Job copy = kept.create(job);
      ChunkWork work = engine.work(target, !bisected.isEmpty());
      try {
        target.inTransaction(
            () -> {
              if (onTrial()) {
                ImportAdmission.tryRules(store, realm, job); // rolled back with the rest
              }
              Optional<MissingUsers> missing =
                  MissingUsers.before(store, job, realm, target.directory());
              everyChunk(target, engine, work, kept, copy);
              if (kept.tally(copy).failed() > 0) {
                throw new Undone(RolledBack.WARNING);
              }
              if (onTrial()) {
                throw new Undone();
              }
              missing.ifPresent(users -> deal(users.find(kept, copy)));
              inStore(() -> kept.chunks(copy, false, this::save));
              target.awaitWrites(); // output of end() can't be undone
              work.end(true);
              return true;
            });
        return JobState.COMPLETED;
      } catch (Undone e) {
        inStore(
            () -> {
              kept.chunks(copy, false, chunk -> save(e.rewrite(chunk, job)));
              e.saveMissing().run();
            });
        work.end(false);
        return e.failed() ? JobState.FAILED : JobState.COMPLETED;
      }
    }
  }

  /** Stores who is missing, and disables or deletes them, in the import's transaction. */
  private void deal(MissingUsers.Found found) {
    if (found.refuses()) {
      List<MissingUser> first = found.first(); // before the rollback, as all else that is read
      throw new Undone(RolledBack.TOO_MANY_MISSING, () -> found.saveRefusal(first));
    }
    inStore(found::save); // first, because deleted users have no names
    if (!job.options().dryRun()) {
      found.carryOut();
    }
  }

  private void everyChunk(
      ImportTarget target, ImportEngine engine, ChunkWork work, JobStore kept, Job copy) {
    long done = 0;
    try (PreparedChunks chunks = engine.chunks(target, ResumePoint.START)) {
      for (PreparedChunk chunk = next(chunks); chunk != null; chunk = next(chunks)) {
        work.carryOut(chunk, kept, copy).save(kept, copy);
        requested.look();
        done += chunk.size();
        progress.done(done);
        engine.tellIfLookupsGivenUp();
      }
      checkCount(done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether this is a dry run of a format that a scratch store can't simulate. It is imported and
   * rolled back.
   */
  private boolean onTrial() {
    return job.options().dryRun() && input.allOrNothing();
  }

  /** The next chunk, null at the end. Throws {@link Stopped} if the stop signal was raised. */
  private @Nullable PreparedChunk next(PreparedChunks chunks) throws IOException {
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
}
