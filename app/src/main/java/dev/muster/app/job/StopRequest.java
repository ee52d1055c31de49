package dev.muster.app.job;

import java.util.Locale;

/** A request to the process that runs an import, obeyed at the next safe point. */
public enum StopRequest {
  /** Stop, to be resumed later. */
  PAUSE(JobState.PAUSED),
  /** Stop for good. */
  CANCEL(JobState.CANCELLED);

  private final JobState state;

  StopRequest(JobState state) {
    this.state = state;
  }

  /** The import's state after the request was obeyed. */
  public JobState state() {
    return state;
  }

  /** The name in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The request with a wire name. */
  public static StopRequest named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
