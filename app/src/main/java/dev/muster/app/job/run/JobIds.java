package dev.muster.app.job.run;

import java.security.SecureRandom;

/** Ids of jobs: short enough to read over a telephone, in Crockford's base 32. */
final class JobIds {

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JobIds() {}

  static String next() {
    StringBuilder id = new StringBuilder("imp_");
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS[RANDOM.nextInt(DIGITS.length)]);
    }
    return id.toString();
  }
}
