package dev.muster.app.hash.alike;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A digest of the JDK, and HMAC (RFC 2104) and PBKDF2 (RFC 8018) over it, written down once more.
 *
 * @param name the JDK's name, such as {@code SHA-256}
 * @param block bytes that it takes at a time
 */
public record JdkDigest(String name, int block) {

  /**
   * The digest of a name.
   *
   * @param name in any spelling: {@code sha256}, {@code SHA-256}
   * @return empty if the JDK has none, as of MD4
   */
  public static Optional<JdkDigest> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("-", "")) {
      case "md5" -> Optional.of(new JdkDigest("MD5", 64));
      case "sha1" -> Optional.of(new JdkDigest("SHA-1", 64));
      case "sha224" -> Optional.of(new JdkDigest("SHA-224", 64));
      case "sha256" -> Optional.of(new JdkDigest("SHA-256", 64));
      case "sha384" -> Optional.of(new JdkDigest("SHA-384", 128));
      case "sha512" -> Optional.of(new JdkDigest("SHA-512", 128));
      default -> Optional.empty();
    };
  }

  /** The digest of some bytes and others behind them. */
  public byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The HMAC of a message. */
  public byte[] hmac(byte[] key, byte[] message) {
    byte[] padded = Arrays.copyOf(key.length > block ? of(key) : key, block);
    return of(masked(padded, 0x5c), of(masked(padded, 0x36), message));
  }

  private static byte[] masked(byte[] key, int mask) {
    byte[] masked = key.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= (byte) mask;
    }
    return masked;
  }

  /** The first bytes of a derived key. */
  public byte[] pbkdf2(byte[] password, byte[] salt, long iterations, int length) {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    for (int block = 1; key.size() < length; block++) {
      byte[] number = {
        (byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block
      };
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      first.writeBytes(salt);
      first.writeBytes(number);
      byte[] next = hmac(password, first.toByteArray());
      byte[] sum = next.clone();
      for (long i = 1; i < iterations; i++) {
        next = hmac(password, next);
        for (int at = 0; at < sum.length; at++) {
          sum[at] ^= next[at];
        }
      }
      key.writeBytes(sum);
    }
    return Arrays.copyOf(key.toByteArray(), length);
  }
}
