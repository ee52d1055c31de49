package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Raises an import's stop signal when somebody, maybe in another process, has asked for a pause or
 * for its end. Looks about once a second.
 */
final class RequestedStop {

  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();

  /** Others try again after 20 ms at the most; this is less than 1 % of an import's time. */
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
   * Looks, unless that was a moment ago. In a transaction only: a connection that is lost must not
   * be replaced in between, since what was committed last may be lost with it.
   */
  void look() {
    if (System.nanoTime() - lookedNanos >= TICK_NANOS) {
      lookedNanos = System.nanoTime();
      if (jobs.stopRequested(job).isPresent()) {
        stop.raise();
      }
    }
  }

  /** Looks, before anything of the import is done; whether the import is to stop. */
  boolean lookNow() {
    if (jobs.stopRequested(job).isPresent()) {
      stop.raise();
    }
    return raised();
  }

  /** Whether the import is to stop, whoever asked for it. */
  boolean raised() {
    return stop.raised();
  }

  /**
   * Between transactions on a file that only one process can write to: others, who may want to ask
   * for a stop, get a turn, which they hardly do while transaction follows transaction.
   */
  void letOthersWrite() {
    if (System.nanoTime() - turnNanos >= TICK_NANOS) {
      LockSupport.parkNanos(TURN_NANOS);
      turnNanos = System.nanoTime();
    }
  }
}
