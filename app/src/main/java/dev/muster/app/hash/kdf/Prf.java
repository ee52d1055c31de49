package dev.muster.app.hash.kdf;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The pseudo-random functions of PBKDF2: HMAC (RFC 2104) with a digest of the JDK. */
public enum Prf {
  SHA256("sha256", "HmacSHA256", 32),
  SHA1("sha1", "HmacSHA1", 20),
  SHA512("sha512", "HmacSHA512", 64),
  SHA384("sha384", "HmacSHA384", 48),
  SHA224("sha224", "HmacSHA224", 28),
  MD5("md5", "HmacMD5", 16);

  private final String digestName;
  private final String macName;
  private final int length;

  Prf(String digestName, String macName, int length) {
    this.digestName = digestName;
    this.macName = macName;
    this.length = length;
  }

  /**
   * The function of a digest.
   *
   * @param digestName in lower case without a hyphen, such as {@code sha256}
   */
  static Optional<Prf> of(String digestName) {
    return Stream.of(values()).filter(prf -> prf.digestName.equals(digestName)).findAny();
  }

  /** The digest's name in lower case without a hyphen, such as {@code sha256}. */
  public String digestName() {
    return digestName;
  }

  /** Length of the result, in bytes. */
  public int length() {
    return length;
  }

  /**
   * The function with its key.
   *
   * @param key may be empty
   */
  public Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(padded(key), macName));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC pads its key with zeros, so one zero is the same as the empty key, which JDKs refuse. */
  private static byte[] padded(byte[] key) {
    return key.length == 0 ? new byte[1] : key;
  }
}
