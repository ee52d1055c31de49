package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Raises an import's stop signal when a pause or cancellation was requested, possibly by another
 * process. Polls about once a second.
 */
final class RequestedStop {

  static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();

  /**
   * How long to let others write. They retry within 5 ms; this takes less than 1 % of an import's
   * time.
   */
  private static final long TURN_NANOS = Duration.ofMillis(8).toNanos();

  private final JobStore jobs;
  private final Job job;
  private final StopSignal stop;
  private long lookedNanos = System.nanoTime();
  private long turnNanos = System.nanoTime();

  RequestedStop(JobStore jobs, Job job, StopSignal stop) {
    this.jobs = jobs;
    this.job = job;
    this.stop = stop;
  }

  /**
   * Polls, unless it did so within the last second. Call it in a transaction only: a lost
   * connection must not be replaced silently, since the last commit may be lost with it.
   */
  void look() {
    if (System.nanoTime() - lookedNanos >= TICK_NANOS) {
      lookedNanos = System.nanoTime();
      if (jobs.stopRequested(job).isPresent()) {
        stop.raise();
      }
    }
  }

  /** Polls before the import starts; returns whether it has to stop. */
  boolean lookNow() {
    if (jobs.stopRequested(job).isPresent()) {
      stop.raise();
    }
    return raised();
  }

  /** Whether the import has to stop, for whatever reason. */
  boolean raised() {
    return stop.raised();
  }

  /**
   * Pauses briefly, about once a second, between transactions on a SQLite file. Otherwise another
   * process could hardly get the write lock, which it needs to request a stop.
   */
  void letOthersWrite() {
    if (System.nanoTime() - turnNanos >= TICK_NANOS) {
      LockSupport.parkNanos(TURN_NANOS);
      turnNanos = System.nanoTime();
    }
  }
}
