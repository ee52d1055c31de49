package dev.muster.app.document;

/** Which records a report lists. */
public enum DetailLevel {
  ALL,
  /** Records that failed, or of which a part could not be applied. */
  PROBLEMS,
  NONE
}
