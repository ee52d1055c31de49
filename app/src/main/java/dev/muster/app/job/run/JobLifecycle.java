package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.job.StopRequest;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.report.Tally;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Records the start and the end of imports, in the job store and in the journal, and stores the
 * messages to webhooks.
 */
final class JobLifecycle {

  /** How many short transactions an import may use at its end to delete expired imports. */
  private static final int EXPIRED_AT_ONCE = 5;

  private final Session store;
  private final Clock clock;
  private final Retention retention;

  JobLifecycle(Session store, Clock clock, Retention retention) {
    this.store = store;
    this.clock = clock;
    this.retention = retention;
  }

  /** Stores a new job, in the caller's transaction; see {@link JobStore#create}. */
  Job create(Job job) {
    Job kept = store.jobs().create(job);
    if (kept.id().equals(job.id())) {
      ImportEntries.created(store, kept);
    }
    return kept;
  }

  /** Marks a job, whose lock the caller holds, as running. */
  void begin(Job job) {
    if (job.state() == JobState.RUNNING) {
      return; // it was just created, or the process that ran it was killed
    }
    if (!store.jobs().transition(job, JobState.RUNNING, now())) {
      throw new IllegalStateException("import " + job.id() + " can't go on");
    }
  }

  /** Marks a job as completed or failed; returns the updated job. */
  Job finish(Job job, JobState state) {
    Instant now = now();
    // not before its creation, which the clock of another machine may have timed
    Instant end = now.isBefore(job.createdAt()) ? job.createdAt() : now;
    return store.inTransaction(
        () -> {
          if (store.jobs().transition(job, state, end)) {
            store.submitted().withdraw(job);
            expire(job, end);
            Tally tally = store.jobs().tally(job);
            ImportEntries.finished(store, job, state, tally, end);
            if (!job.options().dryRun()) {
              store.mailings().begin(job, end);
              store.webhooks().add(EndMessage.of(job, state, tally, end));
            }
          } // otherwise an earlier attempt did it, but its confirmation was lost
          return store.jobs().find(job.id()).orElse(job);
        });
  }

  /** Marks a job as failed, and records why. */
  Job fail(Job job, String reason) {
    return store.inTransaction(
        () -> {
          store.submitted().givenBack(job, reason);
          return finish(job, JobState.FAILED);
        });
  }

  /** Marks a job as stopped before its end. It can be resumed even if this fails. */
  Job stopped(Job job) {
    try {
      return store.inTransaction(
          () -> {
            Optional<StopRequest> request = store.jobs().stopRequested(job);
            JobState state = request.map(StopRequest::state).orElse(JobState.INTERRUPTED);
            Instant end = now();
            if (store.jobs().transition(job, state, end)) {
              if (state.finished()) {
                expire(job, end);
              }
              request.ifPresent(
                  asked -> ImportEntries.stopped(store, Actor.SYSTEM, job, asked, end));
            }
            return store.jobs().find(job.id()).orElse(job);
          });
    } catch (StoreUnavailable e) {
      return job; // the caller has given up waiting for the store, so this must not wait again
    }
  }

  /** Marks a job, whose lock the caller holds, as cancelled. */
  void cancel(Job job) {
    Instant end = now();
    store.inTransaction(
        () -> {
          boolean cancelled = store.jobs().transition(job, JobState.CANCELLED, end);
          if (cancelled) {
            expire(job, end);
          }
          return cancelled;
        });
  }

  private void expire(Job job, Instant end) {
    retention.expiry(job.provenance(), end).ifPresent(time -> store.jobs().expireAt(job, time));
  }

  /** Deletes some expired imports, and what an interrupted deletion left. Errors are ignored. */
  void deleteExpired() {
    try {
      new ImportControl(store, Actor.SYSTEM, clock, retention).deleteExpired(EXPIRED_AT_ONCE);
    } catch (StoreUnavailable e) {
      // the next import tries again
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
