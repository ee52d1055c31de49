package dev.muster.app.http.api;

import dev.muster.app.hash.Rehashing;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReplacement;
import dev.muster.password.HashSchemes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies passwords of users and services that may not exist. An unknown one takes as long as one
 * whose hash is of the preferred scheme. Thread-safe.
 */
public final class PasswordCheck {

  /** The scheme that listeners are told for users without a password. */
  private static final String NO_SCHEME = "none";

  private final HashSchemes schemes;
  private final Supplier<EncodedHash> decoys;
  private final Optional<Rehashing> rehashing;
  private final Listener listener;
  private @Nullable EncodedHash decoy;

  /** Receives every verification. */
  public interface Listener {

    /**
     * A hash was computed.
     *
     * @param scheme that of the stored hash
     */
    void verified(String scheme, boolean right);
  }

  /**
   * Prepares to verify.
   *
   * @param schemes those of all stored hashes
   * @param decoys makes a hash of the preferred scheme, for users who don't exist; called once
   * @param rehashing replaces weak hashes; empty if they stay
   */
  public PasswordCheck(
      HashSchemes schemes, Supplier<EncodedHash> decoys, Optional<Rehashing> rehashing) {
    this(schemes, decoys, rehashing, (scheme, right) -> {});
  }

  private PasswordCheck(
      HashSchemes schemes,
      Supplier<EncodedHash> decoys,
      Optional<Rehashing> rehashing,
      Listener listener) {
    this.schemes = schemes;
    this.decoys = decoys;
    this.rehashing = rehashing;
    this.listener = listener;
  }

  /** The same with a listener. */
  public PasswordCheck withListener(Listener other) {
    return new PasswordCheck(schemes, decoys, rehashing, other);
  }

  /**
   * Whether a hash is of a password.
   *
   * @param hash null if the user has none, or does not exist
   */
  public boolean isRight(@Nullable EncodedHash hash, byte[] passwordUtf8) {
    boolean matches = schemes.verify(hash == null ? decoy() : hash, passwordUtf8);
    boolean right = hash != null && matches;
    listener.verified(hash == null ? NO_SCHEME : hash.scheme(), right);
    return right;
  }

  /** A better hash of a right password; empty if the stored one is good, or stays. */
  Optional<HashReplacement> replacement(EncodedHash stored, String password) {
    return rehashing.flatMap(made -> made.replacement(stored, password));
  }

  private synchronized EncodedHash decoy() {
    if (decoy == null) {
      decoy = decoys.get();
    }
    return decoy;
  }
}
