package dev.muster.password;

import java.util.Optional;

/**
 * Limits on what one verification may cost. A hash names its own cost, and hashes come from
 * outside: without limits a file could make every later login of its users take minutes.
 *
 * <p>Each method returns the first limit that is exceeded, as text for a report ("scrypt N must be
 * from 2 to 1048576"), or empty if all parameters are within their limits. The minimums are those
 * of the algorithms.
 *
 * @param bcryptCostMax binary logarithm of the rounds, 4 to 31
 * @param pbkdf2IterationsMax iterations of PBKDF2 with any digest, over all blocks of the key
 * @param scryptNMax scrypt's cost N
 * @param scryptRMax scrypt's block size r
 * @param scryptPMax scrypt's parallelisation p
 * @param scryptMemoryMibMax memory of one verification, 128 · N · r bytes (RFC 7914 §2)
 * @param scryptWorkMax N · r · p, to which the time is proportional
 * @param keyLengthBytesMax length of a derived key
 * @param argon2MemoryMibMax Argon2's memory m (RFC 9106 §3.1)
 * @param argon2PassesMax Argon2's number of passes t
 * @param argon2LanesMax Argon2's degree of parallelism p
 * @param argon2WorkMibMax m · t in MiB, to which the time is proportional; lanes share the memory
 * @param roundsMax rounds of the older schemes of crypt(3), and of phpass
 * @param heapMib the heap of the program that has to verify; one verification may take three fifths
 */
public record CostBounds(
    int bcryptCostMax,
    int pbkdf2IterationsMax,
    int scryptNMax,
    int scryptRMax,
    int scryptPMax,
    int scryptMemoryMibMax,
    int scryptWorkMax,
    int keyLengthBytesMax,
    int argon2MemoryMibMax,
    int argon2PassesMax,
    int argon2LanesMax,
    int argon2WorkMibMax,
    int roundsMax,
    int heapMib) {

  /**
   * The limits of every dialect: above what any vendor is known to use, and about ten seconds on
   * one core at most. docs/hashes.md has the measurements.
   */
  public static final CostBounds DEFAULTS =
      new CostBounds(
          16,
          10_000_000,
          1 << 20,
          64,
          64,
          1024,
          1 << 24,
          1024,
          1024,
          16,
          16,
          8192,
          1 << 22,
          Integer.MAX_VALUE);

  private static final int SLOWNESS = 10;
  private static final long KIB_PER_MIB = 1024;
  private static final long SCRYPT_BLOCKS_PER_MIB = (1 << 20) / 128;

  /**
   * @throws IllegalArgumentException if a maximum is below its algorithm's minimum
   */
  public CostBounds {
    requireAtLeast(4, bcryptCostMax, "bcrypt cost");
    requireAtLeast(1, pbkdf2IterationsMax, "PBKDF2 iterations");
    requireAtLeast(2, scryptNMax, "scrypt N");
    requireAtLeast(1, scryptRMax, "scrypt r");
    requireAtLeast(1, scryptPMax, "scrypt p");
    requireAtLeast(1, scryptMemoryMibMax, "scrypt memory");
    requireAtLeast(2, scryptWorkMax, "scrypt N*r*p");
    requireAtLeast(1, keyLengthBytesMax, "key length");
    requireAtLeast(1, argon2MemoryMibMax, "Argon2 memory");
    requireAtLeast(1, argon2PassesMax, "Argon2 passes");
    requireAtLeast(1, argon2LanesMax, "Argon2 lanes");
    requireAtLeast(1, argon2WorkMibMax, "Argon2 m*t");
    requireAtLeast(1000, roundsMax, "rounds");
    requireAtLeast(1, heapMib, "heap");
  }

  /** The same, for a program whose heap has this size. */
  public CostBounds withHeap(long bytes) {
    return new CostBounds(
        bcryptCostMax,
        pbkdf2IterationsMax,
        scryptNMax,
        scryptRMax,
        scryptPMax,
        scryptMemoryMibMax,
        scryptWorkMax,
        keyLengthBytesMax,
        argon2MemoryMibMax,
        argon2PassesMax,
        argon2LanesMax,
        argon2WorkMibMax,
        roundsMax,
        (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes >> 20)));
  }

  /** The same, for a digest that takes up to ten times as long as SHA-512. */
  public CostBounds forSlowDigest() {
    return new CostBounds(
        bcryptCostMax,
        Math.max(1, pbkdf2IterationsMax / SLOWNESS),
        scryptNMax,
        scryptRMax,
        scryptPMax,
        scryptMemoryMibMax,
        scryptWorkMax,
        keyLengthBytesMax,
        argon2MemoryMibMax,
        argon2PassesMax,
        argon2LanesMax,
        argon2WorkMibMax,
        roundsMax,
        heapMib);
  }

  public Optional<String> bcrypt(long cost) {
    return outside("bcrypt cost", cost, 4, bcryptCostMax);
  }

  public Optional<String> pbkdf2(long iterations) {
    return outside("PBKDF2 iterations", iterations, 1, pbkdf2IterationsMax);
  }

  /**
   * Limits the iterations of a key that is longer than the digest: each block takes all of them.
   *
   * @param blocks at least 1
   */
  public Optional<String> pbkdf2(long iterations, long blocks) {
    return pbkdf2(iterations).or(() -> allBlocks("PBKDF2 iterations", iterations, blocks));
  }

  /**
   * Limits how often a digest is repeated. The limit is that of PBKDF2's iterations, each of which
   * costs twice as much.
   *
   * @param what the scheme's name for it, such as {@code FSHP rounds}
   * @param blocks blocks of the digest's input that each repetition reads, at least 1
   */
  public Optional<String> repetitions(String what, long times, long blocks) {
    return outside(what, times, 1, pbkdf2IterationsMax).or(() -> allBlocks(what, times, blocks));
  }

  /**
   * Limits N, r and p, the memory that N and r need together, the work of all three, and the share
   * of the heap.
   */
  public Optional<String> scrypt(long n, long r, long p) {
    return outside("scrypt N", n, 2, scryptNMax)
        .or(() -> outside("scrypt r", r, 1, scryptRMax))
        .or(() -> outside("scrypt p", p, 1, scryptPMax))
        .or(() -> scryptMemory(n, r))
        .or(() -> product("scrypt N*r*p", n * r, p, scryptWorkMax))
        .or(() -> heap(n * r, SCRYPT_BLOCKS_PER_MIB));
  }

  /**
   * Limits memory, passes and lanes, the work of the first two, and the share of the heap.
   *
   * @param memoryKib at least 8 for each lane
   */
  public Optional<String> argon2(long memoryKib, long passes, long lanes) {
    return outside("Argon2 p", lanes, 1, argon2LanesMax)
        .or(() -> outside("Argon2 t", passes, 1, argon2PassesMax))
        .or(() -> outside("Argon2 m", memoryKib, 8 * lanes, argon2MemoryMibMax * KIB_PER_MIB))
        .or(() -> product("Argon2 m*t", memoryKib, passes, argon2WorkMibMax * KIB_PER_MIB))
        .or(() -> heap(memoryKib, KIB_PER_MIB));
  }

  public Optional<String> keyLength(long bytes) {
    return outside("key length", bytes, 1, keyLengthBytesMax);
  }

  /**
   * Limits the rounds of the older schemes.
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

  /** Refuses what needs most of the heap: the program could not verify it. */
  private Optional<String> heap(long units, long unitsPerMib) {
    long mib = (units - 1) / unitsPerMib + 1;
    return mib * 5 <= heapMib * 3L
        ? Optional.empty()
        : Optional.of(
            "verifying it takes "
                + mib
                + " MiB of memory, too much for this program's heap of "
                + heapMib
                + " MiB: give it more, as in MUSTER_HEAP="
                + 2 * mib
                + "m");
  }

  private Optional<String> allBlocks(String what, long times, long blocks) {
    return product(what + " of all blocks", times, blocks, pbkdf2IterationsMax);
  }

  /** Divides instead of multiplying, as a product could overflow. */
  private static Optional<String> product(String what, long one, long other, long max) {
    return one <= max / other ? Optional.empty() : Optional.of(what + " must be at most " + max);
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
