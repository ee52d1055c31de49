package dev.muster.app.cli;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** How an import stands, in one word; one that says it is running may have been killed. */
final class Standing {

  private Standing() {}

  static String of(Job job, Store store) throws IOException {
    return job.state() == JobState.RUNNING && !isHeld(job, store)
        ? "killed"
        : job.state().wireName();
  }

  /** Whether a process is at work on it. */
  static boolean isHeld(Job job, Store store) throws IOException {
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      return true;
    }
    hold.get().close();
    return false;
  }
}
