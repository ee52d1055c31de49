package dev.muster.app.store;

import java.time.Instant;
import java.util.Optional;

/** Stores links to set passwords. Every method takes part in a running transaction. */
public interface PasswordLinks {

  void add(PasswordLink link);

  /** The link with a hash of its token; also an expired or a used one. */
  Optional<PasswordLink> find(String tokenHash);

  /**
   * Marks a link as used.
   *
   * @return false, without effect, if it is used or expired, or if there is none
   */
  boolean use(String tokenHash, Instant at);

  /** Marks all other links of a user as used. */
  void endAll(long userId, Instant at);

  /** Deletes links that expired before a time. */
  void forgetEndedBefore(Instant time);
}
