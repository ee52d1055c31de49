package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Digest;
import dev.muster.password.CostBounds;

/**
 * The cost of expressions. The unit is the cost that one hash may have: the most iterations of
 * PBKDF2, the most work of scrypt or Argon2, or the greatest cost of bcrypt.
 */
final class Work {

  /** What the evaluation of an expression costs by itself, in iterations of PBKDF2. */
  private static final double EVALUATION = 0.25;

  /** Bytes that a digest takes at a time; some take more. */
  private static final double BLOCK = 64;

  /** What scrypt costs besides its work, in iterations of PBKDF2. */
  private static final double SCRYPT_START = 40;

  /** What Argon2 costs besides its work, in iterations of PBKDF2. */
  private static final double ARGON2_START = 400;

  private Work() {}

  /** The cost of scrypt with the least parameters. */
  static double ofScryptStart(CostBounds bounds) {
    return SCRYPT_START / bounds.pbkdf2IterationsMax();
  }

  /** The cost of Argon2 with the least parameters. */
  static double ofArgon2Start(CostBounds bounds) {
    return ARGON2_START / bounds.pbkdf2IterationsMax();
  }

  /** The cost of an expression that only copies bytes. */
  static double ofOperands(Expression expression, CostBounds bounds, Sizes sizes) {
    double copied = EVALUATION * (1 + expression.lengthMax(sizes) / BLOCK);
    return copied / bounds.pbkdf2IterationsMax()
        + expression.operands().stream().mapToDouble(each -> each.work(bounds, sizes)).sum();
  }

  /** The cost of a digest of so many bytes. */
  static double ofDigest(Digest digest, double bytes, CostBounds bounds) {
    return (1 + Math.ceil(bytes / BLOCK)) / digest.limits(bounds).pbkdf2IterationsMax();
  }
}
