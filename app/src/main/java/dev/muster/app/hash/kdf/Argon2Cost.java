package dev.muster.app.hash.kdf;

import dev.muster.password.CostBounds;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The variant and cost parameters of Argon2 (RFC 9106), and Argon2 itself.
 *
 * @param variant a type of {@link Argon2Parameters}
 * @param version 16 or 19
 */
public record Argon2Cost(int variant, int version, long memoryKib, long passes, long lanes) {

  private static final String PREFIX = "argon2";
  private static final int LATEST = Argon2Parameters.ARGON2_VERSION_13;
  private static final long KIB = 1024;

  /**
   * The cost of a hash of the latest version.
   *
   * @param variant {@code argon2id}, {@code argon2i} or {@code argon2d}
   */
  public static Argon2Cost of(String variant, long memoryKib, long passes, long lanes) {
    int type = Argon2Hash.variant(variant.substring(PREFIX.length())).orElseThrow();
    return new Argon2Cost(type, LATEST, memoryKib, passes, lanes);
  }

  /** The variant's name: {@code argon2id}, {@code argon2i} or {@code argon2d}. */
  String name() {
    return switch (variant) {
      case Argon2Parameters.ARGON2_id -> PREFIX + "id";
      case Argon2Parameters.ARGON2_i -> PREFIX + "i";
      case Argon2Parameters.ARGON2_d -> PREFIX + "d";
      default -> throw new IllegalStateException("Argon2 has no variant " + variant);
    };
  }

  public Optional<String> outside(CostBounds bounds) {
    return bounds.argon2(memoryKib, passes, lanes);
  }

  /**
   * The key of a password.
   *
   * @param length in bytes, at least 4
   */
  public byte[] derive(byte[] password, byte[] salt, int length) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(variant)
            .withVersion(version)
            .withMemoryAsKB(Math.toIntExact(memoryKib))
            .withIterations(Math.toIntExact(passes))
            .withParallelism(Math.toIntExact(lanes))
            .withSalt(salt)
            .build());
    byte[] key = new byte[length];
    HashMemory.SHARED.with(memoryKib * KIB, () -> argon2.generateBytes(password, key));
    return key;
  }
}
