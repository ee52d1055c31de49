package dev.muster.app.cli;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import dev.muster.report.Tally;

/** How an import stands, in one word; one that says it is running may have been killed. */
final class JobStatus {

  private JobStatus() {}

  static String of(Job job, Tally tally, Session store) {
    if (job.state() == JobState.RUNNING && !store.database().isHeld(job.number())) {
      return "killed";
    }
    boolean cancelled = job.state() == JobState.FAILED && tally.total() < job.records();
    return cancelled ? "cancelled" : job.state().wireName();
  }
}
