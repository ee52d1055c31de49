package dev.muster.app.hash;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.Set;

/**
 * Tells which stored hashes are too weak: those of legacy schemes, and those that cost too little.
 * Thread-safe.
 */
public final class RehashRule {

  /**
   * The greatest costs that are too little, one below those of OWASP's Password Storage Cheat Sheet
   * where it names some. A hash that stays within all of these limits costs too little; so does one
   * without any cost.
   */
  public static final CostBounds TOO_LITTLE = tooLittle(9, 34);

  private static final int PBKDF2_ITERATIONS = 599_999;
  private static final int SCRYPT_WORK = 655_359;
  private static final int ROUNDS = 65_535;

  private final HashSchemes cheap;
  private final Set<String> legacy;

  private RehashRule(CostBounds tooLittle) {
    this.cheap = StandardSchemes.all(tooLittle);
    this.legacy =
        StandardSchemes.known().stream()
            .filter(known -> known.about().advice() == Advice.LEGACY)
            .map(KnownScheme::name)
            .collect(toUnmodifiableSet());
  }

  /** The rule where new passwords are hashed by bcrypt: less than their cost is too little. */
  public static RehashRule bcrypt(int preferredCost) {
    int least = Math.max(TOO_LITTLE.bcryptCostMax(), preferredCost - 1);
    return new RehashRule(tooLittle(least, TOO_LITTLE.argon2WorkMibMax()));
  }

  /** The rule where new passwords are hashed by Argon2: less than their work is too little. */
  public static RehashRule argon2(int preferredMemoryKib, int preferredPasses) {
    int belowMib = (int) (((long) preferredMemoryKib * preferredPasses - 1) / 1024);
    int least = Math.max(TOO_LITTLE.argon2WorkMibMax(), belowMib);
    return new RehashRule(tooLittle(TOO_LITTLE.bcryptCostMax(), least));
  }

  private static CostBounds tooLittle(int bcryptCost, int argon2WorkMib) {
    CostBounds all = CostBounds.DEFAULTS;
    return new CostBounds(
        bcryptCost,
        PBKDF2_ITERATIONS,
        all.scryptNMax(),
        all.scryptRMax(),
        all.scryptPMax(),
        all.scryptMemoryMibMax(),
        SCRYPT_WORK,
        all.keyLengthBytesMax(),
        all.argon2MemoryMibMax(),
        all.argon2PassesMax(),
        all.argon2LanesMax(),
        argon2WorkMib,
        ROUNDS,
        all.heapMib());
  }

  /**
   * Whether a hash is too weak.
   *
   * @param hash one that was accepted
   */
  public boolean isWeak(EncodedHash hash) {
    return isLegacy(hash) || costsTooLittle(hash);
  }

  /** Whether a new hash of the same password is better than a weak one. */
  boolean improves(EncodedHash weak, EncodedHash next) {
    return !isWeak(next) || (isLegacy(weak) && !isLegacy(next));
  }

  private boolean isLegacy(EncodedHash hash) {
    return legacy.contains(hash.scheme());
  }

  private boolean costsTooLittle(EncodedHash hash) {
    return cheap
        .byName(hash.scheme())
        .map(scheme -> scheme.readAs(hash.encoded()) instanceof HashReading.Accepted)
        .orElse(false);
  }
}
