package dev.muster.app.format.csv;

import dev.muster.app.bloom.BloomFilter;
import dev.muster.app.bloom.GrowingBloomFilter;
import dev.muster.user.Key;

/**
 * Finds out which keys occur more than once in an input, in a memory that does not depend on how
 * many there are: one filter holds the keys that were seen, another those that were seen again. It
 * may report a false repeat, and never misses one. Filled by one thread; then read by any.
 */
final class RepeatSurvey {

  private static final int FILTER_BYTES_MIN = 1 << 16;
  private static final int FILTER_BYTES_MAX = 1 << 24;

  private final BloomFilter seen;
  private final GrowingBloomFilter seenAgain = new GrowingBloomFilter(FILTER_BYTES_MAX);

  /**
   * The survey of one input.
   *
   * @param inputBytes its size, from which that of the filters follows; -1 if unknown
   */
  RepeatSurvey(long inputBytes) {
    this.seen = new BloomFilter(filterBytes(inputBytes));
  }

  void see(Key key) {
    long hash = hash(key.text());
    if (seen.add(hash)) {
      seenAgain.add(hash);
    }
  }

  /** False only for keys that were seen once at most. */
  boolean mayRepeat(Key key) {
    return seenAgain.mayContain(hash(key.text()));
  }

  private static int filterBytes(long inputBytes) {
    if (inputBytes < 0 || inputBytes >= FILTER_BYTES_MAX) {
      return FILTER_BYTES_MAX;
    }
    // A byte of input hardly holds more than a byte of filter's worth of keys, compressed or not.
    return Math.max(FILTER_BYTES_MIN, Integer.highestOneBit((int) inputBytes) << 1);
  }

  /** A hash good enough for bits to look random: a polynomial, finished as MurmurHash3 does. */
  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i);
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
