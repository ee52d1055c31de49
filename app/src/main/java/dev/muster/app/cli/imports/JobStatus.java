package dev.muster.app.cli.imports;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;

/**
 * The status of an import as displayed: its stored state, or {@code killed} if it is stored as
 * running but no process holds it.
 */
final class JobStatus {

  /** The status of an import that is stored as running, but that no process holds. */
  static final String KILLED = "killed";

  private JobStatus() {}

  static String of(Job job, Session store) {
    boolean killed = job.state() == JobState.RUNNING && !store.database().isHeld(job.number());
    return killed ? KILLED : job.state().wireName();
  }
}
