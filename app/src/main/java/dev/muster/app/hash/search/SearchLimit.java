package dev.muster.app.hash.search;

/** Ends a search that takes too long, and observes its progress. */
public interface SearchLimit {

  /** Whether the search may go on. Called often. */
  boolean lasts();

  /**
   * Called before each part of the search.
   *
   * @param what what is tried from now on, such as {@code PBKDF2 with sha256, salt}
   */
  void trying(String what);
}
