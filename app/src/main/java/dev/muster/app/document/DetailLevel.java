package dev.muster.app.document;

/** Which records a report lists. */
public enum DetailLevel {
  ALL,
  /** Those that failed, or stand although a part of them could not be done. */
  PROBLEMS,
  NONE
}
