package dev.muster.app.store;

/**
 * A place between users, in order of their numbers.
 *
 * @param number the number of the last user before the place
 */
public record UserCursor(long number) {

  /** The place before all users. */
  public static final UserCursor START = new UserCursor(0);
}
