package dev.muster.app.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A link with which a user can set a password, once.
 *
 * @param tokenHash see {@link LinkToken#hash}
 * @param userId the user's number
 * @param endsAt from then on, it is expired
 * @param usedAt when a password was set by this link or another one of the user; empty if none was
 */
public record PasswordLink(
    String tokenHash, long userId, Instant createdAt, Instant endsAt, Optional<Instant> usedAt) {

  /** A link that is not used. */
  public PasswordLink(String tokenHash, long userId, Instant createdAt, Instant endsAt) {
    this(tokenHash, userId, createdAt, endsAt, Optional.empty());
  }
}
