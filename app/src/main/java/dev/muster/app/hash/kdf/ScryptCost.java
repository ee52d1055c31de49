package dev.muster.app.hash.kdf;

import dev.muster.password.CostBounds;
import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The cost parameters of scrypt (RFC 7914), and scrypt itself.
 *
 * @param n the cost N, a power of two
 * @param r the block size
 * @param p the parallelisation
 */
public record ScryptCost(long n, long r, long p) {

  /** Bytes of memory for each unit of N · r. */
  private static final long BLOCK_UNIT = 128;

  /** The greatest power of two that fits in a long. */
  private static final long LOGARITHM_MAX = 62;

  /**
   * Empty unless scrypt is defined for the parameters: N is a power of two, and less than 2^(128 ·
   * r / 8) (RFC 7914 §2). Numbers that exceed every limit pass, so that the limit is reported.
   */
  public static Optional<ScryptCost> of(long n, long r, long p) {
    boolean powerOfTwo = Long.bitCount(n) <= 1 || n == Long.MAX_VALUE;
    boolean fitsBlock = r != 1 || n < 1 << 16;
    return powerOfTwo && fitsBlock ? Optional.of(new ScryptCost(n, r, p)) : Optional.empty();
  }

  /** The cost from the binary logarithm of N. */
  public static Optional<ScryptCost> ofLogarithm(long logarithm, long r, long p) {
    return of(logarithm > LOGARITHM_MAX ? Long.MAX_VALUE : 1L << logarithm, r, p);
  }

  public Optional<String> outside(CostBounds bounds) {
    return bounds.scrypt(n, r, p);
  }

  /**
   * The key of a password.
   *
   * @param length in bytes
   */
  public byte[] derive(byte[] password, byte[] salt, int length) {
    int cost = Math.toIntExact(n);
    int block = Math.toIntExact(r);
    int lanes = Math.toIntExact(p);
    return HashMemory.SHARED.with(
        BLOCK_UNIT * block * cost,
        () -> SCrypt.generate(password, salt, cost, block, lanes, length));
  }
}
