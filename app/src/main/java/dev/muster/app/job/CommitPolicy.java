package dev.muster.app.job;

/** What of an import becomes permanent together. */
public enum CommitPolicy {
  /** Each chunk by itself, so that an interruption loses nothing of what is done. */
  CHUNK,
  /** All of it or nothing. */
  WHOLE
}
