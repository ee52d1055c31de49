package dev.muster.app.store;

import dev.muster.user.LoginId;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A link with which a user can set a password, once.
 *
 * @param tokenHash see {@link LinkToken#hash}
 * @param userId the user's number
 * @param addressHash the e-mail address that it was sent to, see {@link #addressHash(LoginId)}
 * @param endsAt from then on, it is expired
 * @param usedAt when a password was set by this link or another one of the user; empty if none was
 */
public record PasswordLink(
    String tokenHash,
    long userId,
    String addressHash,
    Instant createdAt,
    Instant endsAt,
    Optional<Instant> usedAt) {

  /** A link that is not used. */
  public PasswordLink(
      String tokenHash, long userId, String addressHash, Instant createdAt, Instant endsAt) {
    this(tokenHash, userId, addressHash, createdAt, endsAt, Optional.empty());
  }

  /** What is stored of an e-mail address; the same for all its spellings. */
  public static String addressHash(LoginId email) {
    return DigestUtils.sha256Hex(email.key().value());
  }
}
