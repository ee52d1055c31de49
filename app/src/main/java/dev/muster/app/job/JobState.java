package dev.muster.app.job;

import java.util.Locale;

/** How far an import on record has come. */
public enum JobState {
  /** It was submitted, and no node has begun with it. */
  PENDING,
  /** RandomUsers is at work on it, or was killed while at work. */
  RUNNING,
  /** It was stopped in good order and can be resumed. */
  INTERRUPTED,
  /** Every record has its outcome; some may have failed. */
  COMPLETED,
  /** A whole of which some record failed: nothing was kept. */
  FAILED;

  /** The name in reports and in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobState named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  public boolean finished() {
    return this == COMPLETED || this == FAILED;
  }
}
