package dev.muster.app.bloom;

import java.util.Arrays;

/**
 * A set of 64-bit hashes as {@link BloomFilter} is one, for those who don't know how many there
 * will be: a small filter that the processor's caches hold, and behind each that is full another,
 * sixteen times as large (Almeida, Baquero, Preguiça and Hutchison, "Scalable Bloom Filters",
 * 2007). It takes one in 100 strangers for an acquaintance, as long as its largest filter isn't
 * full.
 *
 * <p>Not thread-safe while it is filled.
 */
public final class GrowingBloomFilter {

  private static final int FIRST_BYTES = 1 << 16;

  private static final int GROWTH = 16;

  /** A filter with 16 bits for each hash is full: it would take one in 500 strangers. */
  private static final int BITS_A_HASH = 16;

  private final int bytesMax;
  private BloomFilter[] filters = {new BloomFilter(FIRST_BYTES)};
  private int bytes = FIRST_BYTES;
  private int room = FIRST_BYTES * Byte.SIZE / BITS_A_HASH;

  /**
   * An empty set.
   *
   * @param bytesMax the size of its largest filter, a power of two from 2¹⁶ to 2²⁵; all others
   *     together take less than that
   */
  public GrowingBloomFilter(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** Adds a hash; true if it seems to have been there before. */
  public boolean add(long hash) {
    int last = filters.length - 1;
    if (mayContain(hash, last)) {
      return true;
    }
    boolean known = filters[last].add(hash);
    if (!known && --room == 0) {
      grow();
    }
    return known;
  }

  /** False only for hashes that were not added. */
  public boolean mayContain(long hash) {
    return mayContain(hash, filters.length);
  }

  private boolean mayContain(long hash, int first) {
    for (int i = 0; i < first; i++) {
      if (filters[i].mayContain(hash)) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    if (bytes < bytesMax) {
      bytes = Math.min(bytes * GROWTH, bytesMax);
      room = bytes / BITS_A_HASH * Byte.SIZE;
      filters = Arrays.copyOf(filters, filters.length + 1);
      filters[filters.length - 1] = new BloomFilter(bytes);
    }
  }
}
