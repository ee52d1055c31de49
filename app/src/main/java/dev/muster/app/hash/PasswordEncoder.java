package dev.muster.app.hash;

import dev.muster.password.EncodedHash;

/**
 * Hashes plain passwords. Each hash takes a fraction of a second on purpose, to slow down guessing.
 * Thread-safe.
 */
public interface PasswordEncoder {

  /**
   * Hashes a password with a new random salt.
   *
   * @param passwordUtf8 may be empty; not modified
   * @return a hash that the scheme of the same name in {@link StandardSchemes} verifies
   * @throws PasswordTooLong if the algorithm would ignore the end of the password
   */
  EncodedHash encode(byte[] passwordUtf8);

  /** About how much heap one hash needs. */
  default long memoryBytes() {
    return 0;
  }
}
