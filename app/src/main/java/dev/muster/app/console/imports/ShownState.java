package dev.muster.app.console.imports;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;

/** The states of imports in the words that pages have for them. */
public final class ShownState {

  private ShownState() {}

  /** The wire name of a state; an import that waits for another worker is pending again. */
  public static String of(Job job) {
    return (job.state() == JobState.INTERRUPTED ? JobState.PENDING : job.state()).wireName();
  }
}
