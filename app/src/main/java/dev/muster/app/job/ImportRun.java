package dev.muster.app.job;

import dev.muster.ChunkImport;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.store.Store;
import dev.muster.app.store.Store.ImportTarget;
import dev.muster.app.store.Store.ScratchLog;
import dev.muster.decide.Decider;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries out one job from where it stands to its end. A chunk's users, results and claims become
 * permanent in one transaction, so that a run which is killed has done each chunk wholly or not at
 * all.
 */
final class ImportRun {

  private final Store store;
  private final Job job;
  private final SurveyedInput input;
  private final StopSignal stop;
  private final ImportProgress progress;
  private final ChunkImport engine;
  private final Realm realm;

  ImportRun(
      Store store,
      Job job,
      SurveyedInput input,
      Realm realm,
      StopSignal stop,
      ImportProgress progress) {
    this.store = store;
    this.job = job;
    this.input = input;
    this.stop = stop;
    this.progress = progress;
    this.realm = realm;
    this.engine =
        new ChunkImport(
            new Matcher(realm.number()),
            new Decider(input.dialect().policy(), realm, job.createdAt()),
            job.firstUser(),
            job.options().diff());
  }

  /**
   * Runs to the end.
   *
   * @return completed, or failed for a whole that was undone
   * @throws Interrupted if the stop signal was raised; the job can be resumed
   */
  JobState run() throws IOException, Interrupted {
    Set<String> lookups = input.dialect().lookups();
    try (ImportTarget target =
        job.options().dryRun() ? store.dryTarget(realm, lookups) : store.target(realm, lookups)) {
      return job.options().commit() == CommitPolicy.WHOLE ? whole(target) : byChunk(target);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private JobState byChunk(ImportTarget target) throws IOException, Interrupted {
    // What a dry run did so far is gone with its scratch, so it starts again.
    int first = job.options().dryRun() ? 0 : store.jobs().chunksDone(job);
    if (job.options().dryRun()) {
      forget();
    }
    progress.importing(job, Math.min(job.records(), (long) first * job.chunkSize()));
    each(
        first,
        chunk ->
            target.inTransaction(
                () -> {
                  Done done = carryOut(chunk, target, store.jobs());
                  return inStore(() -> store.jobs().save(job, done.chunk(), done.ledger().added()));
                }));
    return JobState.COMPLETED;
  }

  private JobState whole(ImportTarget target) throws IOException, Interrupted {
    progress.importing(job, 0);
    forget();
    try (ScratchLog scratch = store.scratchLog()) {
      JobLog kept = scratch.log();
      Job copy = kept.create(job);
      try {
        target.inTransaction(
            () -> {
              eachUnchecked(
                  chunk -> {
                    Done done = carryOut(chunk, target, kept, copy);
                    kept.save(copy, done.chunk(), done.ledger().added());
                  });
              if (kept.tally(copy).failed() > 0) {
                throw new Undo();
              }
              return inStore(() -> kept.chunks(copy, false, this::save));
            });
        return JobState.COMPLETED;
      } catch (Undo undo) {
        if (undo.stopped) {
          throw new Interrupted(job);
        }
        RolledBack rolledBack = new RolledBack(job.firstUser());
        inStore(() -> kept.chunks(copy, false, chunk -> save(rolledBack.rewrite(chunk))));
        return JobState.FAILED;
      }
    }
  }

  private void save(JobChunk chunk) {
    store.jobs().save(job, chunk, java.util.Map.of());
  }

  private void forget() {
    inStore(() -> store.jobs().forgetChunks(job));
  }

  private boolean inStore(Runnable work) {
    Supplier<Boolean> supplier =
        () -> {
          work.run();
          return true;
        };
    return store.inTransaction(supplier);
  }

  private Done carryOut(PreparedChunk chunk, ImportTarget target, JobLog log) {
    return carryOut(chunk, target, log, job);
  }

  private Done carryOut(PreparedChunk chunk, ImportTarget target, JobLog log, Job claimant) {
    RepeatLedger ledger =
        new RepeatLedger(input::mayRepeat, log.claims(claimant, suspects(chunk.records())));
    List<RecordResult> results = engine.run(chunk.records(), target.directory(), ledger);
    return new Done(new JobChunk(chunk.number(), results, rejects(results, chunk.batch())), ledger);
  }

  private Set<Key> suspects(List<Prepared> records) {
    Set<Key> suspects = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready) {
        for (Claim claim : ready.candidate().claims()) {
          if (claim.inFile() && input.mayRepeat(claim.key())) {
            suspects.add(claim.key());
          }
        }
      }
    }
    return suspects;
  }

  private static List<byte[]> rejects(List<RecordResult> results, RecordBatch batch) {
    List<byte[]> rejects = new ArrayList<>(0);
    for (int place = 0; place < results.size(); place++) {
      if (results.get(place).outcome() == Outcome.FAILED) {
        rejects.add(batch.source(place));
      }
    }
    return rejects;
  }

  private void each(int first, Consumer<PreparedChunk> action) throws IOException, Interrupted {
    long done = Math.min(job.records(), (long) first * job.chunkSize());
    try (PreparedChunks chunks =
        new PreparedChunks(input.open(), input.dialect().preparation(), job.chunkSize(), first)) {
      for (PreparedChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        if (stop.raised()) {
          throw new Interrupted(job);
        }
        action.accept(chunk);
        done += chunk.records().size();
        progress.done(done);
      }
    }
    if (done != job.records()) {
      throw new IOException(
          "the input changed while it was imported: "
              + done
              + " records where the survey saw "
              + job.records());
    }
  }

  private void eachUnchecked(Consumer<PreparedChunk> action) {
    try {
      each(0, action);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Interrupted e) {
      throw new Undo(true);
    }
  }

  /** A chunk carried out, not yet saved. */
  private record Done(JobChunk chunk, RepeatLedger ledger) {}

  /** Leaves a transaction that must not be kept. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean stopped;

    Undo() {
      this(false);
    }

    Undo(boolean stopped) {
      super(null, null, false, false);
      this.stopped = stopped;
    }
  }

  /** The sums so far. */
  Tally tally() {
    return store.jobs().tally(job);
  }
}
