package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
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

/** Stops, resumes and deletes imports on record, whoever is at work on them. */
public final class ImportControl {

  private final Session store;
  private final Actor actor;
  private final Clock clock;

  /**
   * The control of a directory's imports.
   *
   * @param actor on whose behalf it acts
   */
  public ImportControl(Session store, Actor actor, Clock clock) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
  }

  /** What came of a request. */
  public enum Answer {
    /** It is done. */
    DONE,
    /** Whoever is at work on the import was asked, and does it at the next safe point. */
    ASKED,
    /** The import is finished, or in another state that does not allow it. */
    REFUSED
  }

  /**
   * Stops an import for good, or for now.
   *
   * @return refused if it is finished, or is to pause while it is being stopped for good
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
    return store.inTransaction(
        () -> {
          if (!store.jobs().transition(job, request.state(), now())) {
            store.jobs().withdrawPause(job);
            return state(job) == request.state() ? Answer.DONE : Answer.REFUSED;
          }
          ImportEntries.stopped(store, actor, job, request, now());
          store.submitted().withdraw(job);
          if (request == StopRequest.CANCEL) {
            forgetHashes(job);
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
   * Deletes an import: its input, rejects and results. The users that it made stay, and the journal
   * keeps that it was.
   *
   * @return asked never; refused if somebody is at work on it
   */
  public Answer delete(Job job) {
    Answer answer = held(job, () -> hide(job)).orElse(Answer.REFUSED);
    while (answer == Answer.DONE && store.jobs().purge()) {
      // a portion at a time
    }
    return answer;
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
   * Deletes imports that have expired, and what is left of those that somebody began to delete.
   *
   * @param portions how many transactions it may take; each is short
   */
  public void deleteExpired(int portions) {
    for (Job job : store.jobs().expired(now(), portions)) {
      held(job, () -> hide(job));
    }
    for (int done = 0; done < portions && store.jobs().purge(); done++) {
      // a portion at a time
    }
  }

  /** Deletes imports one after the other; those that somebody is at work on are left. */
  public long deleteAll(List<Job> jobs) {
    return jobs.stream().filter(job -> delete(job) == Answer.DONE).count();
  }

  /** Does something while nobody else is at work on a job; empty if somebody is. */
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
