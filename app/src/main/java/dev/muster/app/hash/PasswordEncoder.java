package dev.muster.app.hash;

import dev.muster.password.EncodedHash;

/**
 * Makes hashes of passwords that come in as they are typed. Each takes as long as somebody who
 * guesses is to wait: a fraction of a second. Safe for use by several threads.
 */
public interface PasswordEncoder {

  /**
   * Encodes a password with a new salt, so never twice to the same text.
   *
   * @param passwordUtf8 may be empty; it is left as it is
   * @return what a scheme of {@link StandardSchemes} of the same name verifies
   * @throws PasswordTooLong if the algorithm would leave out the password's end
   */
  EncodedHash encode(byte[] passwordUtf8);

  /** What one encoding takes of the heap, about. */
  default long memoryBytes() {
    return 0;
  }
}
