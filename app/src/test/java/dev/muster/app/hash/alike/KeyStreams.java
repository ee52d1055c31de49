package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.bytes;
import static dev.muster.app.hash.alike.EqualSpellings.isA;
import static dev.muster.app.hash.alike.EqualSpellings.sameParts;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Firebase combines its signer key with a stream that scrypt decides, by exclusive or. So key and
 * hash may change places, or be cut at one place. The salt is followed by its separator, wherever
 * the one ends.
 */
record KeyStreams() implements AlikeRule {

  @Override
  public String words() {
    return "Firebase's stream of the same salt";
  }

  @Override
  public boolean holds(Object one, Object other) {
    return isA("FirebaseScrypt", one)
        && isA("FirebaseScrypt", other)
        && sameParts(one, other, "cost")
        && Arrays.equals(salt(one), salt(other))
        && begins(stream(one), stream(other));
  }

  private static byte[] salt(Object hash) {
    ByteArrayOutputStream salt = new ByteArrayOutputStream();
    salt.writeBytes(bytes("salt", hash));
    salt.writeBytes(bytes("saltSeparator", hash));
    return salt.toByteArray();
  }

  private static byte[] stream(Object hash) {
    byte[] stream = bytes("signerKey", hash);
    byte[] digest = bytes("digest", hash);
    for (int i = 0; i < stream.length; i++) {
      stream[i] ^= digest[i];
    }
    return stream;
  }

  private static boolean begins(byte[] one, byte[] other) {
    int length = Math.min(one.length, other.length);
    return length > 0 && Arrays.equals(one, 0, length, other, 0, length);
  }
}
