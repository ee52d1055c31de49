package dev.muster.prepare;

import dev.muster.problem.Problem;

/**
 * One thing that a record asks for: a login id, an attribute, a role. Immutable; it knows what it
 * means for a new user and for one who exists, and so carries its dialect's update behaviour.
 */
public interface Wish {

  /** Applies itself to the draft; true when that made a difference to the account. */
  boolean grant(Draft draft);

  /**
   * Whether granting it once more, to an existing user whose account all wishes of its record have
   * shaped, changes nothing and says nothing, at any time. False wherever that is not certain.
   */
  default boolean settles() {
    return false;
  }

  /** The 0-based column of the table cell that it comes from; {@link Problem#NO_COLUMN} if none. */
  default int column() {
    return Problem.NO_COLUMN;
  }
}
