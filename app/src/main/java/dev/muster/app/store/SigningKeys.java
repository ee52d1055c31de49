package dev.muster.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores the keys that sign the directory's own tokens, and the ids of revoked tokens. Every method
 * takes part in a running transaction. For one thread.
 */
public interface SigningKeys {

  /** All keys, the newest first; tokens are signed with the first. */
  List<StoredKey> all();

  /** Adds a key. */
  void add(StoredKey key);

  /**
   * Revokes a token.
   *
   * @param expiresAt when the token expires anyway; empty if that is unknown
   */
  void revoke(String tokenId, Optional<Instant> expiresAt);

  /** Whether a token was revoked. */
  boolean isRevoked(String tokenId);

  /** Forgets revoked tokens that have expired before a time. */
  void forgetExpired(Instant time);

  /**
   * A key.
   *
   * @param id the {@code kid} of tokens
   * @param jwk a JSON Web Key with its private part: a secret
   */
  record StoredKey(String id, Instant createdAt, String jwk) {

    @Override
    public String toString() {
      return "StoredKey[" + id + "]";
    }
  }
}
