package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;

/**
 * Raises an import's stop signal when somebody, maybe in another process, has asked for a pause or
 * for its end. Looks about once a second.
 */
final class RequestedStop {

  private static final long TICK_NANOS = Duration.ofSeconds(1).toNanos();

  private final JobStore jobs;
  private final Job job;
  private final StopSignal stop;
  private long lookedNanos = System.nanoTime();

  RequestedStop(JobStore jobs, Job job, StopSignal stop) {
    this.jobs = jobs;
    this.job = job;
    this.stop = stop;
  }

  /** Looks, unless that was a moment ago. */
  void look() {
    if (System.nanoTime() - lookedNanos >= TICK_NANOS) {
      lookNow();
      lookedNanos = System.nanoTime();
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
