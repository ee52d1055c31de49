package dev.muster.app.http.api;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashSchemes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies passwords of users who may not exist. An unknown user takes as long as one whose hash is
 * of the preferred scheme. Thread-safe.
 */
public final class PasswordCheck {

  private final HashSchemes schemes;
  private final Supplier<EncodedHash> decoys;
  private @Nullable EncodedHash decoy;

  /**
   * Prepares to verify.
   *
   * @param schemes those of all stored hashes
   * @param decoys makes a hash of the preferred scheme, for users who don't exist; called once
   */
  public PasswordCheck(HashSchemes schemes, Supplier<EncodedHash> decoys) {
    this.schemes = schemes;
    this.decoys = decoys;
  }

  /**
   * Whether a hash is of a password.
   *
   * @param hash null if the user has none, or does not exist
   */
  boolean isRight(@Nullable EncodedHash hash, byte[] passwordUtf8) {
    if (hash == null) {
      boolean ignored = schemes.verify(decoy(), passwordUtf8);
      return false;
    }
    return schemes.verify(hash, passwordUtf8);
  }

  private synchronized EncodedHash decoy() {
    if (decoy == null) {
      decoy = decoys.get();
    }
    return decoy;
  }
}
