package dev.muster.prepare;

import dev.muster.problem.Problem;
import dev.muster.user.RoleReference;
import java.util.List;

/**
 * One change that a record asks for: a login id, an attribute, a role. It applies itself to new and
 * to existing users, so it carries its dialect's update behaviour. Immutable.
 */
public interface Wish {

  /** Applies itself to the draft; true when the account changed. */
  boolean grant(Draft draft);

  /**
   * Whether granting it again, at any later time, changes nothing and gives no warning, if the
   * user's account has not changed since all wishes of the record were granted. False where that is
   * not certain.
   */
  default boolean idempotent() {
    return false;
  }

  /** Whether granting it takes long, because it computes the hash of a password. */
  default boolean isSlow() {
    return false;
  }

  /**
   * The roles that the user gets by it, to be made if they are missing and the import may do so.
   */
  default List<RoleReference> roles() {
    return List.of();
  }

  /** The 0-based column of the table cell that it comes from; {@link Problem#NO_COLUMN} if none. */
  default int column() {
    return Problem.NO_COLUMN;
  }
}
