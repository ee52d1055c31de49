package dev.muster.app.sketch;

/**
 * A set of 64-bit hashes in a fixed amount of memory. It never denies what it holds; now and then
 * it takes a stranger for an acquaintance: at 13 bits for each hash, one in 500. Not thread-safe
 * while it is filled.
 */
public final class BloomFilter {

  private static final int PROBES = 5;

  private final long[] words;
  private final int mask;

  /**
   * An empty set.
   *
   * @param bytes its size, a power of two from 8 on
   */
  public BloomFilter(int bytes) {
    this.words = new long[bytes / Long.BYTES];
    this.mask = words.length - 1;
  }

  /** Adds a hash; true if it seems to have been there before. */
  public boolean add(long hash) {
    boolean known = true;
    long step = step(hash);
    long probe = hash;
    for (int i = 0; i < PROBES; i++) {
      int word = (int) (probe >>> 6) & mask;
      long bit = 1L << probe;
      known &= (words[word] & bit) != 0;
      words[word] |= bit;
      probe += step;
    }
    return known;
  }

  /** False only for hashes that were not added. */
  public boolean mayContain(long hash) {
    long step = step(hash);
    long probe = hash;
    for (int i = 0; i < PROBES; i++) {
      if ((words[(int) (probe >>> 6) & mask] & (1L << probe)) == 0) {
        return false;
      }
      probe += step;
    }
    return true;
  }

  /** An odd stride, so that probes don't meet (Kirsch and Mitzenmacher, "Less hashing", 2006). */
  private static long step(long hash) {
    return (hash >>> 32) | 1;
  }
}
