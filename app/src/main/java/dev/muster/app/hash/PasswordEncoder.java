package dev.muster.app.hash;

import dev.muster.password.EncodedHash;

/** Makes hashes of new passwords. Thread-safe. */
public interface PasswordEncoder {

  /** A hash with a salt of its own. */
  EncodedHash encode(byte[] passwordUtf8);
}
