package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.job.StopRequest;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts the beginning and the end of imports on record, and into the journal. */
final class JobLifecycle {

  /** How many short transactions an import may spend on expired ones at its end. */
  private static final int EXPIRED_AT_ONCE = 5;

  private final Session store;
  private final Clock clock;
  private final Retention retention;

  JobLifecycle(Session store, Clock clock, Retention retention) {
    this.store = store;
    this.clock = clock;
    this.retention = retention;
  }

  /** Puts a job on record, in the caller's transaction; see {@link ImportRequest#provenance}. */
  Job create(Job job) {
    Job kept = store.jobs().create(job);
    if (kept.id().equals(job.id())) {
      ImportEntries.created(store, kept);
    }
    return kept;
  }

  /** A job that the caller holds begins or goes on. */
  void begin(Job job) {
    if (job.state() == JobState.RUNNING) {
      return; // it was just created, or whoever was at work on it was killed
    }
    if (!store.jobs().transition(job, JobState.RUNNING, now())) {
      throw new IllegalStateException("import " + job.id() + " can't go on");
    }
  }

  /** A job is completed, or failed as a whole; the job as it stands then. */
  Job finish(Job job, JobState state) {
    Instant now = now();
    // not before its beginning, which the clock of another machine may have told
    Instant end = now.isBefore(job.createdAt()) ? job.createdAt() : now;
    return store.inTransaction(
        () -> {
          if (store.jobs().transition(job, state, end)) {
            retention
                .expiry(job.provenance().origin(), end)
                .ifPresent(time -> store.jobs().expireAt(job, time));
            ImportEntries.finished(store, job, state, end);
          } // else it was done before, and the answer lost
          return store.jobs().find(job.id()).orElse(job);
        });
  }

  /** A job has stopped before its end; what is not noted can be resumed just as well. */
  Job stopped(Job job) {
    try {
      return store.inTransaction(
          () -> {
            Optional<StopRequest> request = store.jobs().stopRequested(job);
            JobState state = request.map(StopRequest::state).orElse(JobState.INTERRUPTED);
            if (store.jobs().transition(job, state, now())) {
              request.ifPresent(
                  asked -> ImportEntries.stopped(store, Actor.SYSTEM, job, asked, now()));
            }
            return store.jobs().find(job.id()).orElse(job);
          });
    } catch (StoreUnavailable e) {
      return job; // whoever waited for the store and gives up must not have to wait for it again
    }
  }

  /** Deletes a little of what has expired, if anything ever does; nothing depends on it. */
  void deleteExpired() {
    if (retention.isForever()) {
      return;
    }
    try {
      new ImportControl(store, Actor.SYSTEM, clock).deleteExpired(EXPIRED_AT_ONCE);
    } catch (StoreUnavailable e) {
      // the next import tries again
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
