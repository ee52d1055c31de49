package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.bytes;
import static dev.muster.app.hash.alike.EqualSpellings.sameParts;

import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.ScryptHash;
import java.util.Arrays;

/**
 * A shorter key of PBKDF2 is the beginning of a longer one, as it makes one block after the other
 * (RFC 8018 §5.2). So is one of scrypt, whose last step is PBKDF2 (RFC 7914 §6).
 */
record ShorterKeys() implements AlikeRule {

  @Override
  public String words() {
    return "the beginning of a derived key";
  }

  @Override
  public boolean holds(Object one, Object other) {
    if (one.getClass() != other.getClass()) {
      return false;
    }
    if (one instanceof ScryptHash) {
      return sameParts(one, other, "cost", "salt") && begin("digest", one, other);
    }
    if (one instanceof Pbkdf2Hash) {
      return sameParts(one, other, "prf", "iterations", "salt") && begin("digest", one, other);
    }
    return one instanceof DerivedKey
        && sameParts(one, other, "digest", "iterations", "salt")
        && begin("key", one, other);
  }

  /** Whether the shorter key is the beginning of the other one. */
  private static boolean begin(String key, Object one, Object other) {
    int length = Math.min(bytes(key, one).length, bytes(key, other).length);
    return length > 0 && Arrays.equals(bytes(key, one), 0, length, bytes(key, other), 0, length);
  }
}
