package dev.muster.app.hash;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 (RFC 8018 §5.2) of exactly one block: the derived key is as long as the digest.
 *
 * <p>The JDK's own key factory takes characters, not bytes, and refuses an empty salt. This is the
 * same loop over the same accelerated HMAC, and as fast.
 */
final class Pbkdf2 {

  private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

  private Pbkdf2() {}

  /**
   * @param hmac the JDK's name of the pseudo-random function, such as {@code HmacSHA256}
   * @param iterations at least 1
   */
  static byte[] derive(String hmac, byte[] password, byte[] salt, long iterations) {
    try {
      Mac mac = Mac.getInstance(hmac);
      mac.init(new SecretKeySpec(hmacKey(password), hmac));
      mac.update(salt);
      byte[] round = mac.doFinal(FIRST_BLOCK);
      byte[] key = round.clone();
      for (long i = 1; i < iterations; i++) {
        mac.update(round);
        mac.doFinal(round, 0);
        for (int j = 0; j < key.length; j++) {
          key[j] ^= round[j];
        }
      }
      return key;
    } catch (NoSuchAlgorithmException | InvalidKeyException | ShortBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC pads its key with zeros, so that one zero stands for the empty key, which JDKs refuse. */
  private static byte[] hmacKey(byte[] password) {
    return password.length == 0 ? new byte[1] : password;
  }
}
