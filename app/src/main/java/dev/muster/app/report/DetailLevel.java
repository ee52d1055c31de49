package dev.muster.app.report;

/** Which records a report lists. */
public enum DetailLevel {
  ALL,
  /** Those that failed, or stand although a part of them could not be done. */
  PROBLEMS,
  NONE
}
