package dev.muster.app.store;

import dev.muster.password.EncodedHash;

/** Progress callback of a directory check. It is called often, so it must be fast. */
@FunctionalInterface
public interface CheckProgress {

  CheckProgress NONE = (things, place, end) -> {};

  /**
   * Reports that every row before {@code place} was checked.
   *
   * @param things the kind of rows that are being checked, such as {@code users}
   * @param end an upper bound of {@code place}, reached at the end if the row numbers have no gaps;
   *     at least 1
   */
  void reached(String things, long place, long end);

  /** Reports the password of a user who was checked. */
  default void password(EncodedHash hash) {}
}
