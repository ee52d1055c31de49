package dev.muster.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the directory has it.
 *
 * @param id the directory's number for the user, from 1; later users have greater ones
 * @param realm the number of the user's realm
 * @param account everything that an import can change
 * @param createdAt to the millisecond
 * @param updatedAt when {@code account} last became different, to the millisecond
 * @param imprint of a record that would change nothing about {@code account}, nor have anything to
 *     say; null where none is known, and for users as a store has them
 */
public record User(
    long id,
    int realm,
    Account account,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Imprint imprint) {

  /** A user of whom no record is known that would change nothing. */
  public User(long id, int realm, Account account, Instant createdAt, Instant updatedAt) {
    this(id, realm, account, createdAt, updatedAt, null);
  }

  /** This user with another account, by something else than a record with an imprint. */
  public User with(Account next, Instant at) {
    return with(next, at, null);
  }

  /**
   * This user with another account, from a moment on; or from the last change on, where that was
   * later by a clock that is ahead.
   *
   * @param by of the record that made the change, if it would change nothing now; else null
   */
  public User with(Account next, Instant at, @Nullable Imprint by) {
    return new User(id, realm, next, createdAt, at.isBefore(updatedAt) ? updatedAt : at, by);
  }
}
