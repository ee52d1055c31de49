package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One version of {@link MagentoHash}. */
sealed interface MagentoStep {

  /** The least memory of Argon2 with one lane. */
  long MEMORY_KIB_MIN = 8;

  /** Length of the result, in bytes. */
  int length();

  byte[] of(SecretBytes salt, byte[] input);

  default Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  /** Argon2's memory; 0 if it is a digest. */
  default long memoryKib() {
    return 0;
  }

  /** Argon2's passes; 0 if it is a digest. */
  default long passes() {
    return 0;
  }

  /** The digest of a hash that has no version; empty if no digest has this length. */
  static Optional<MagentoStep> ofLength(int bytes) {
    return switch (bytes) {
      case 16 -> Optional.of(new Salted(Digest.MD5));
      case 32 -> Optional.of(new Salted(Digest.SHA256));
      case 64 -> Optional.of(new Salted(Digest.SHA512));
      default -> Optional.empty();
    };
  }

  /** Empty if Magento has no such version, or if it needs a salt and there is none. */
  static Optional<MagentoStep> ofVersion(String version, SecretBytes salt) {
    return switch (version) {
      case "0" -> Optional.of(new Salted(Digest.MD5));
      case "1" -> Optional.of(new Salted(Digest.SHA256));
      case "2" -> Argon2.of("3_32_2_67108864", salt);
      default -> Argon2.of(version, salt);
    };
  }

  /** A digest of salt and input. */
  record Salted(Digest digest) implements MagentoStep {

    @Override
    public int length() {
      return digest.length();
    }

    @Override
    public byte[] of(SecretBytes salt, byte[] input) {
      return digest.of(salt.toBytes(), input);
    }
  }

  /** Argon2id as libsodium's crypto_pwhash computes it. */
  record Argon2(Argon2Cost cost, int length) implements MagentoStep {

    private static final Pattern FORM =
        Pattern.compile("3_(N)_(N)_(N)".replace("N", Decimal.PATTERN));
    private static final int SALT_LENGTH = 16;
    private static final int KEY_LENGTH_MIN = 16;
    private static final int KEY_LENGTH_MAX = 1024;
    private static final long KIB = 1024;

    static Optional<MagentoStep> of(String version, SecretBytes salt) {
      Matcher form = FORM.matcher(version);
      if (!form.matches() || salt.length() == 0) {
        return Optional.empty();
      }
      long length = Decimal.parse(form.group(1));
      long passes = Decimal.parse(form.group(2));
      long memoryKib = Decimal.parse(form.group(3)) / KIB;
      return length < KEY_LENGTH_MIN || length > KEY_LENGTH_MAX
          ? Optional.empty()
          : Optional.of(new Argon2(Argon2Cost.of("argon2id", memoryKib, passes, 1), (int) length));
    }

    @Override
    public long memoryKib() {
      return cost.memoryKib();
    }

    @Override
    public long passes() {
      return cost.passes();
    }

    @Override
    public Optional<String> outside(CostBounds bounds) {
      return cost.outside(bounds).or(() -> bounds.keyLength(length));
    }

    @Override
    public byte[] of(SecretBytes salt, byte[] input) {
      return cost.derive(input, fitted(salt.toBytes()), length);
    }

    /** Longer salts are cut, and shorter ones repeated. */
    private static byte[] fitted(byte[] salt) {
      byte[] fitted = new byte[SALT_LENGTH];
      for (int i = 0; i < fitted.length; i++) {
        fitted[i] = salt[i % salt.length];
      }
      return fitted;
    }
  }
}
