package dev.muster.app.cli.imports;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;

/** The state of an import in one word: its own, or {@code killed} if nobody is at work on it. */
final class JobStatus {

  /** An import that says it is running, and that no process is at work on. */
  static final String KILLED = "killed";

  private JobStatus() {}

  static String of(Job job, Session store) {
    boolean killed = job.state() == JobState.RUNNING && !store.database().isHeld(job.number());
    return killed ? KILLED : job.state().wireName();
  }
}
