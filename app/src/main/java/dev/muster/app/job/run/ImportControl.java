package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.job.StopRequest;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stops, resumes and deletes recorded imports, even if another process runs them. */
public final class ImportControl {

  private final Session store;
  private final Actor actor;
  private final Clock clock;
  private final Retention retention;

  /**
   * Controls the imports of a directory.
   *
   * @param actor the actor to record in the journal
   */
  public ImportControl(Session store, Actor actor, Clock clock, Retention retention) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
    this.retention = retention;
  }

  /** The result of a request. */
  public enum Answer {
    /** It is done. */
    DONE,
    /** The process that runs the import was asked to do it at the next safe point. */
    ASKED,
    /** The import is finished, or in another state that does not allow it. */
    REFUSED
  }

  /**
   * Cancels or pauses an import.
   *
   * @return refused if it is finished, or if it is to pause and is being cancelled
   */
  public Answer stop(Job job, StopRequest request) {
    boolean asked =
        store.inTransaction(
            () -> {
              boolean unfinished = store.jobs().requestStop(job, request);
              if (unfinished && state(job) != request.state()) {
                ImportEntries.stopRequested(store, actor, job, request, now());
                if (request == StopRequest.CANCEL) {
                  store.submitted().cancel(job);
                }
              }
              return unfinished;
            });
    if (!asked) {
      return Answer.REFUSED;
    }
    return held(job, () -> stopHere(job, request)).orElse(Answer.ASKED);
  }

  private Answer stopHere(Job job, StopRequest request) {
    Instant end = now();
    return store.inTransaction(
        () -> {
          if (!store.jobs().transition(job, request.state(), end)) {
            store.jobs().withdrawPause(job);
            return state(job) == request.state() ? Answer.DONE : Answer.REFUSED;
          }
          ImportEntries.stopped(store, actor, job, request, end);
          store.submitted().withdraw(job);
          if (request == StopRequest.CANCEL) {
            forgetHashes(job);
            retention
                .expiry(job.provenance(), end)
                .ifPresent(time -> store.jobs().expireAt(job, time));
          }
          return Answer.DONE;
        });
  }

  private JobState state(Job job) {
    return store.jobs().find(job.id()).map(Job::state).orElse(job.state());
  }

  private void forgetHashes(Job job) {
    store.submitted().hashes().ifPresent(hashes -> hashes.forget(job));
  }

  /**
   * Puts a submitted import that is paused back into the queue; one that is asked to pause goes on.
   *
   * @return refused if it is neither
   */
  public Answer resume(Job job) {
    return store.inTransaction(
        () -> {
          boolean asked = store.jobs().stopRequested(job).equals(Optional.of(StopRequest.PAUSE));
          store.jobs().withdrawPause(job);
          if (state(job) == JobState.PAUSED
              && store.jobs().transition(job, JobState.PENDING, now())) {
            store.submitted().requeue(job);
          } else if (!asked) {
            return Answer.REFUSED;
          }
          ImportEntries.resumed(store, actor, job, now());
          return Answer.DONE;
        });
  }

  /**
   * Deletes an import with its input, rejects and results. Its users and its journal entries stay.
   *
   * @return refused if a process is running it; never asked
   */
  public Answer delete(Job job) {
    Answer answer = held(job, () -> hide(job)).orElse(Answer.REFUSED);
    while (answer == Answer.DONE && store.jobs().purge()) {
      // a portion at a time
    }
    return answer;
  }

  /** Marks an import, whose lock the caller holds, as deleted, in the caller's transaction. */
  public void hideHeld(Job job) {
    hide(job);
  }

  private Answer hide(Job job) {
    return store.inTransaction(
        () -> {
          Job now = store.jobs().find(job.id()).orElse(job);
          if (!store.jobs().hide(now, now())) {
            return Answer.REFUSED;
          }
          ImportEntries.deleted(store, actor, now, now());
          store.submitted().withdraw(now);
          forgetHashes(now);
          return Answer.DONE;
        });
  }

  /**
   * Deletes expired imports, and completes interrupted deletions.
   *
   * @param portions the most transactions to use; each is short
   */
  public void deleteExpired(int portions) {
    for (Job job : store.jobs().expired(now(), portions)) {
      held(job, () -> hide(job));
    }
    for (int done = 0; done < portions && store.jobs().purge(); done++) {
      // a portion at a time
    }
  }

  /** Deletes imports, except those that a process is running. Returns how many were deleted. */
  public long deleteAll(List<Job> jobs) {
    return jobs.stream().filter(job -> delete(job) == Answer.DONE).count();
  }

  /** Deletes what is left of imports whose deletion was interrupted. */
  public void deleteLeftovers() {
    while (store.jobs().purge()) {
      // a portion at a time
    }
  }

  /** Runs {@code work} while holding the lock of a job; empty if another process holds it. */
  private <T> Optional<T> held(Job job, Supplier<T> work) {
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      return Optional.empty();
    }
    Closeable held = hold.get();
    try (held) {
      return Optional.of(work.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
