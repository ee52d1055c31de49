package dev.muster.app.cli;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The state of an import in one word: its own, or {@code killed} if nobody is at work on it. */
final class JobStatus {

  /** An import that says it is running, and that no process is at work on. */
  static final String KILLED = "killed";

  private JobStatus() {}

  static String of(Job job, Session store) throws IOException {
    return job.state() == JobState.RUNNING && !isHeld(job, store) ? KILLED : job.state().wireName();
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
