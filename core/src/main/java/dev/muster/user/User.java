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
 * @param fingerprint of the record that last changed the account, if applying it again would change
 *     nothing and give no warning; else null. Null also for users that a store has loaded
 */
public record User(
    long id,
    int realm,
    Account account,
    Instant createdAt,
    Instant updatedAt,
    @Nullable RecordFingerprint fingerprint) {

  /** A user without a fingerprint. */
  public User(long id, int realm, Account account, Instant createdAt, Instant updatedAt) {
    this(id, realm, account, createdAt, updatedAt, null);
  }

  /** This user with another account and no fingerprint. */
  public User with(Account next, Instant at) {
    return with(next, at, null);
  }

  /**
   * This user with another account, updated at a moment. A moment before the last update, by a
   * clock that is behind, counts as that update's.
   *
   * @param by the fingerprint of the record that made the change, as {@link #fingerprint} has it
   */
  public User with(Account next, Instant at, @Nullable RecordFingerprint by) {
    return new User(id, realm, next, createdAt, at.isBefore(updatedAt) ? updatedAt : at, by);
  }
}
