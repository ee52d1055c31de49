package dev.muster.app.hash.kdf;

import dev.muster.app.hash.digest.Digest;
import java.nio.ByteBuffer;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * PBKDF2 (RFC 8018 §5.2), for keys of any length.
 *
 * <p>The JDK's own implementation takes characters instead of bytes, and refuses an empty salt.
 * This one uses the same accelerated HMAC and is as fast.
 */
public final class Pbkdf2 {

  private Pbkdf2() {}

  /**
   * The key of a password.
   *
   * @param iterations at least 1
   * @param length in bytes, at least 1
   */
  static byte[] derive(Prf prf, byte[] password, byte[] salt, long iterations, int length) {
    Mac mac = prf.keyed(password);
    ByteBuffer key = ByteBuffer.allocate(length);
    for (int block = 1; key.hasRemaining(); block++) {
      key.put(block(mac, salt, iterations, block), 0, Math.min(prf.length(), key.remaining()));
    }
    return key.array();
  }

  /** The same with any digest, by the JDK's implementation where it has that digest. */
  public static byte[] derive(
      Digest digest, byte[] password, byte[] salt, int iterations, int length) {
    return Prf.of(digest.wireName())
        .map(prf -> derive(prf, password, salt, iterations, length))
        .orElseGet(() -> digest.pbkdf2(password, salt, iterations, length));
  }

  /** The blocks of a key of at least one byte; each takes all iterations. */
  public static long blocks(int digestLength, int keyLength) {
    return (keyLength - 1L) / digestLength + 1;
  }

  private static byte[] block(Mac mac, byte[] salt, long iterations, int number) {
    try {
      mac.update(salt);
      byte[] round = mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
      byte[] sum = round.clone();
      for (long i = 1; i < iterations; i++) {
        mac.update(round);
        mac.doFinal(round, 0);
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= round[j];
        }
      }
      return sum;
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
