package dev.muster.app.cli;

import dev.muster.app.joblog.Job;
import dev.muster.app.joblog.JobState;
import dev.muster.app.store.Store;
import dev.muster.report.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** How an import stands, in one word; one that says it is running may have been killed. */
final class Standing {

  private Standing() {}

  static String of(Job job, Tally tally, Store store) throws IOException {
    if (job.state() == JobState.RUNNING && !isHeld(job, store)) {
      return "killed";
    }
    boolean cancelled = job.state() == JobState.FAILED && tally.total() < job.records();
    return cancelled ? "cancelled" : job.state().wireName();
  }

  /** Whether a process is at work on it. */
  private static boolean isHeld(Job job, Store store) throws IOException {
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      return true;
    }
    hold.get().close();
    return false;
  }
}
