package dev.muster.user;

import java.time.Instant;

/**
 * A user as the directory has it.
 *
 * @param id the directory's number for the user, from 1; later users have greater ones
 * @param realm the number of the user's realm
 * @param account everything that an import can change
 * @param createdAt to the millisecond
 * @param updatedAt when {@code account} last became different, to the millisecond
 */
public record User(long id, int realm, Account account, Instant createdAt, Instant updatedAt) {

  /**
   * This user with another account, from a moment on; or from the last change on, where that was
   * later by a clock that is ahead.
   */
  public User with(Account next, Instant at) {
    return new User(id, realm, next, createdAt, at.isBefore(updatedAt) ? updatedAt : at);
  }
}
