package dev.muster.app.job;

import java.util.Locale;

/** What whoever is at work on an import is asked to do at the next safe point. */
public enum StopRequest {
  /** Stop so that it can go on later. */
  PAUSE(JobState.PAUSED),
  /** Stop for good. */
  CANCEL(JobState.CANCELLED);

  private final JobState state;

  StopRequest(JobState state) {
    this.state = state;
  }

  /** What the import becomes when it has obeyed. */
  public JobState state() {
    return state;
  }

  /** The name in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The request of a name. */
  public static StopRequest named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
