package dev.muster.app.job.run;

/** Whether a request goes on with an unfinished import of the same input and options. */
public enum Resumption {
  /** The request always starts a new import. */
  NEVER,
  /**
   * An unfinished import is resumed, unless it was submitted: its worker resumes that one, and a
   * paused one waits for whoever paused it.
   */
  UNSUBMITTED,
  /** An unfinished import is resumed; if it was submitted, the request is refused. */
  ANY
}
