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
 * @param updatedAt when {@code account} was last changed, to the millisecond
 * @param fingerprint the fingerprint of the record that last changed the account, if applying it
 *     again would change nothing and give no warning; otherwise null. Always null for users loaded
 *     from a store
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
   * This user with another account and update time. A time before the last update, from a clock
   * that is behind, is replaced by the last update's.
   *
   * @param by the new {@link #fingerprint}
   */
  public User with(Account next, Instant at, @Nullable RecordFingerprint by) {
    return new User(id, realm, next, createdAt, at.isBefore(updatedAt) ? updatedAt : at, by);
  }
}
