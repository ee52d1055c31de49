package dev.muster.app.store;

/** Hears how far a check of a directory is, often. */
@FunctionalInterface
public interface CheckProgress {

  CheckProgress NONE = (things, place, end) -> {};

  /**
   * So far everything before a place was checked.
   *
   * @param things what is being gone through, such as {@code users}
   * @param end the place where it is done, or would be if there were no gaps; at least 1
   */
  void reached(String things, long place, long end);
}
