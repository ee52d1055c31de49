package dev.muster.password;

import java.util.Optional;

/**
 * How much a single verification may cost. Hashes come from outside and name their own price, so an
 * unbounded one would let a file take the directory down at the next login.
 *
 * <p>Each method answers with the first bound that is broken, in words fit for a report ("scrypt N
 * must be from 2 to 1048576"), or empty if the parameters are bearable. The lower bounds are the
 * algorithms' own.
 *
 * @param bcryptCostMax binary logarithm of the rounds, 4 to 31
 * @param pbkdf2IterationsMax of any digest
 * @param scryptNMax scrypt's cost N
 * @param scryptRMax scrypt's block size r
 * @param scryptPMax scrypt's parallelisation p
 * @param scryptMemoryMibMax memory of one verification, 128 · N · r bytes (RFC 7914 §2)
 * @param keyLengthBytesMax length of a derived key
 * @param argon2MemoryMibMax Argon2's memory m (RFC 9106 §3.1)
 * @param argon2PassesMax Argon2's number of passes t
 * @param argon2LanesMax Argon2's degree of parallelism p
 * @param roundsMax how often the older schemes of crypt(3), and phpass, repeat a digest or a cipher
 */
public record CostBounds(
    int bcryptCostMax,
    int pbkdf2IterationsMax,
    int scryptNMax,
    int scryptRMax,
    int scryptPMax,
    int scryptMemoryMibMax,
    int keyLengthBytesMax,
    int argon2MemoryMibMax,
    int argon2PassesMax,
    int argon2LanesMax,
    int roundsMax) {

  /** Generous: well above what any vendor is known to use, and still seconds, not minutes. */
  public static final CostBounds DEFAULTS =
      new CostBounds(16, 10_000_000, 1 << 20, 64, 64, 1024, 1024, 1024, 16, 16, 1 << 22);

  private static final long KIB_PER_MIB = 1024;
  private static final long SCRYPT_BLOCKS_PER_MIB = (1 << 20) / 128;

  /**
   * @throws IllegalArgumentException if a maximum lies below what its algorithm can do at all
   */
  public CostBounds {
    requireAtLeast(4, bcryptCostMax, "bcrypt cost");
    requireAtLeast(1, pbkdf2IterationsMax, "PBKDF2 iterations");
    requireAtLeast(2, scryptNMax, "scrypt N");
    requireAtLeast(1, scryptRMax, "scrypt r");
    requireAtLeast(1, scryptPMax, "scrypt p");
    requireAtLeast(1, scryptMemoryMibMax, "scrypt memory");
    requireAtLeast(1, keyLengthBytesMax, "key length");
    requireAtLeast(1, argon2MemoryMibMax, "Argon2 memory");
    requireAtLeast(1, argon2PassesMax, "Argon2 passes");
    requireAtLeast(1, argon2LanesMax, "Argon2 lanes");
    requireAtLeast(1000, roundsMax, "rounds");
  }

  public Optional<String> bcrypt(long cost) {
    return outside("bcrypt cost", cost, 4, bcryptCostMax);
  }

  public Optional<String> pbkdf2(long iterations) {
    return outside("PBKDF2 iterations", iterations, 1, pbkdf2IterationsMax);
  }

  /**
   * Bounds the iterations of a key that is longer than the digest, where each block costs them all.
   *
   * @param blocks at least 1
   */
  public Optional<String> pbkdf2(long iterations, long blocks) {
    return pbkdf2(iterations)
        .or(
            () ->
                iterations <= pbkdf2IterationsMax / blocks
                    ? Optional.empty()
                    : Optional.of(
                        "PBKDF2 iterations of all blocks must be at most " + pbkdf2IterationsMax));
  }

  /**
   * Bounds how often a digest is repeated: by as much as PBKDF2's iterations, each of which costs
   * twice that.
   *
   * @param what the name that the scheme has for it, such as {@code FSHP rounds}
   */
  public Optional<String> repetitions(String what, long times) {
    return outside(what, times, 1, pbkdf2IterationsMax);
  }

  /** Bounds N, r and p, and the memory that N and r need together. */
  public Optional<String> scrypt(long n, long r, long p) {
    return outside("scrypt N", n, 2, scryptNMax)
        .or(() -> outside("scrypt r", r, 1, scryptRMax))
        .or(() -> outside("scrypt p", p, 1, scryptPMax))
        .or(() -> scryptMemory(n, r));
  }

  /**
   * Bounds memory, passes and lanes.
   *
   * @param memoryKib at least 8 for each lane
   */
  public Optional<String> argon2(long memoryKib, long passes, long lanes) {
    return outside("Argon2 p", lanes, 1, argon2LanesMax)
        .or(() -> outside("Argon2 t", passes, 1, argon2PassesMax))
        .or(() -> outside("Argon2 m", memoryKib, 8 * lanes, argon2MemoryMibMax * KIB_PER_MIB));
  }

  public Optional<String> keyLength(long bytes) {
    return outside("key length", bytes, 1, keyLengthBytesMax);
  }

  /**
   * Bounds the rounds of the older schemes.
   *
   * @param min the scheme's own
   */
  public Optional<String> rounds(long rounds, int min) {
    return outside("rounds", rounds, min, roundsMax);
  }

  private Optional<String> scryptMemory(long n, long r) {
    return n * r <= scryptMemoryMibMax * SCRYPT_BLOCKS_PER_MIB
        ? Optional.empty()
        : Optional.of("scrypt memory must be at most " + scryptMemoryMibMax + " MiB");
  }

  private static Optional<String> outside(String what, long value, long min, long max) {
    return min <= value && value <= max
        ? Optional.empty()
        : Optional.of(what + " must be from " + min + " to " + max);
  }

  private static void requireAtLeast(int min, int max, String what) {
    if (max < min) {
      throw new IllegalArgumentException("the bound of " + what + " is below " + min);
    }
  }
}
