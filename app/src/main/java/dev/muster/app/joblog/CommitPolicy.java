package dev.muster.app.joblog;

/** What of an import becomes permanent together. */
public enum CommitPolicy {
  /** Each chunk by itself, so that an interruption loses nothing of what is done. */
  CHUNK,
  /** All of it or nothing. */
  WHOLE
}
