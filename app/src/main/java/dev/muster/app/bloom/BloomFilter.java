package dev.muster.app.bloom;

/**
 * A set of 64-bit hashes in a fixed amount of memory. False positives: 1 in 360 at 13 bits for each
 * hash; never a false negative. All bits of a hash lie in one line of the processor's cache (Putze,
 * Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007), so that a look-up
 * misses the cache once and not seven times. Not thread-safe while it is filled.
 */
public final class BloomFilter {

  private static final int PROBES = 7;

  private static final int WORDS_A_LINE = 8;

  /** Three bits choose a word of the line, six a bit of the word. */
  private static final int BITS_A_PROBE = 9;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final long[] words;
  private final int lines;

  /**
   * An empty set.
   *
   * @param bytes its size, a power of two from 64 to 2²⁵
   */
  public BloomFilter(int bytes) {
    this.words = new long[bytes / Long.BYTES];
    this.lines = words.length / WORDS_A_LINE;
  }

  /** Adds a hash; true if it probably was added before. */
  public boolean add(long hash) {
    boolean known = true;
    int line = line(hash);
    long probe = probes(hash);
    for (int i = 0; i < PROBES; i++) {
      int word = line + ((int) (probe >>> 6) & (WORDS_A_LINE - 1));
      long bit = 1L << probe;
      known &= (words[word] & bit) != 0;
      words[word] |= bit;
      probe >>>= BITS_A_PROBE;
    }
    return known;
  }

  /** Whether a hash may have been added; false only if it was not. */
  public boolean mayContain(long hash) {
    int line = line(hash);
    long probe = probes(hash);
    for (int i = 0; i < PROBES; i++) {
      int word = line + ((int) (probe >>> 6) & (WORDS_A_LINE - 1));
      if ((words[word] & (1L << probe)) == 0) {
        return false;
      }
      probe >>>= BITS_A_PROBE;
    }
    return true;
  }

  private int line(long hash) {
    return ((int) hash & (lines - 1)) * WORDS_A_LINE;
  }

  /** 63 bits that say nothing of the line. */
  private static long probes(long hash) {
    return ((hash ^ (hash >>> 32)) * FACTOR) >>> (Long.SIZE - PROBES * BITS_A_PROBE);
  }
}
