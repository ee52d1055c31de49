package dev.muster.app.cli;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import dev.muster.report.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The state of an import in one word: what its job says, corrected if its process was killed. */
final class JobStatus {

  private JobStatus() {}

  static String of(Job job, Tally tally, Session store) throws IOException {
    if (job.state() == JobState.RUNNING && !isHeld(job, store)) {
      return "killed";
    }
    boolean cancelled = job.state() == JobState.FAILED && tally.total() < job.records();
    return cancelled ? "cancelled" : job.state().wireName();
  }

  /** Whether a process is working on it. */
  private static boolean isHeld(Job job, Session store) throws IOException {
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      return true;
    }
    hold.get().close();
    return false;
  }
}
