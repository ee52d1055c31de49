package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.apply.StoreUnavailable;
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

  RequestedStop(JobStore jobs, Job job, StopSignal stop) {
    this.jobs = jobs;
    this.job = job;
    this.stop = stop;
  }

  /** Looks, unless that was a moment ago; whether it did. */
  boolean look() {
    if (System.nanoTime() - lookedNanos < TICK_NANOS) {
      return false;
    }
    lookNow();
    lookedNanos = System.nanoTime();
    return true;
  }

  /**
   * The same between two transactions.
   *
   * @param alone whether only one process can write at a time: others, who may want to ask for a
   *     stop, get a turn then, which they hardly do while transaction follows transaction
   */
  void lookBetweenTransactions(boolean alone) {
    if (look() && alone) {
      LockSupport.parkNanos(TURN_NANOS);
    }
  }

  /** Looks. A store that is away has other ways to say so. */
  void lookNow() {
    try {
      if (jobs.stopRequested(job).isPresent()) {
        stop.raise();
      }
    } catch (StoreUnavailable e) {
      if (e.kind() != StoreUnavailable.Kind.AWAY) {
        throw e;
      }
    }
  }
}
