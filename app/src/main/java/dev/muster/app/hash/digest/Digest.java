package dev.muster.app.hash.digest;

import dev.muster.password.CostBounds;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The digests that password hashes are made with, and HMAC (RFC 2104) and PBKDF2 (RFC 8018 §5.2)
 * over each of them.
 *
 * <p>The names of the constants in lower case are used in the texts of {@link SaltedDigest} and
 * {@link KeyedDigest}. {@link #named} accepts the spellings of vendors too.
 */
public enum Digest {
  MD4(16),
  MD5(16),
  RIPEMD160(20),
  SHA1(20),
  SHA224(28),
  SHA256(32),
  SHA384(48),
  SHA512(64),
  WHIRLPOOL(64);

  private final int length;

  Digest(int length) {
    this.length = length;
  }

  /**
   * The digest of a name in any spelling: {@code sha256}, {@code SHA-256} and {@code sha_256} are
   * the same.
   */
  public static Optional<Digest> named(String name) {
    return Stream.of(values())
        .filter(digest -> digest.wireName().equalsIgnoreCase(name.replaceAll("[-_]", "")))
        .findFirst();
  }

  public static Optional<Digest> ofWireName(String name) {
    return Stream.of(values()).filter(digest -> digest.wireName().equals(name)).findFirst();
  }

  /** Its name in stored texts: {@code sha256}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Length of the result, in bytes. */
  public int length() {
    return length;
  }

  /** The limits on how often this digest may be repeated, which are lower for the slow ones. */
  public CostBounds limits(CostBounds bounds) {
    return this == WHIRLPOOL || this == RIPEMD160 ? bounds.forSlowDigest() : bounds;
  }

  private org.bouncycastle.crypto.Digest state() {
    return switch (this) {
      case MD4 -> new MD4Digest();
      case MD5 -> new MD5Digest();
      case RIPEMD160 -> new RIPEMD160Digest();
      case SHA1 -> new SHA1Digest();
      case SHA224 -> new SHA224Digest();
      case SHA256 -> new SHA256Digest();
      case SHA384 -> new SHA384Digest();
      case SHA512 -> new SHA512Digest();
      case WHIRLPOOL -> new WhirlpoolDigest();
    };
  }

  /** The digest of the concatenated parts. */
  public byte[] of(byte[]... parts) {
    org.bouncycastle.crypto.Digest state = state();
    for (byte[] part : parts) {
      state.update(part, 0, part.length);
    }
    byte[] digest = new byte[length];
    state.doFinal(digest, 0);
    return digest;
  }

  /** The HMAC (RFC 2104) of a message. */
  public byte[] hmac(byte[] key, byte[] message) {
    HMac mac = new HMac(state());
    mac.init(new KeyParameter(key));
    mac.update(message, 0, message.length);
    byte[] code = new byte[length];
    mac.doFinal(code, 0);
    return code;
  }

  /**
   * A key derived by PBKDF2.
   *
   * @param iterations at least 1
   * @param length of the key, in bytes
   */
  public byte[] pbkdf2(byte[] password, byte[] salt, int iterations, int length) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(state());
    generator.init(password, salt, iterations);
    return ((KeyParameter) generator.generateDerivedMacParameters(length * Byte.SIZE)).getKey();
  }
}
