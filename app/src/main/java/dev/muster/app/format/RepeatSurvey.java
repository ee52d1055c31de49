package dev.muster.app.format;

import dev.muster.app.bloom.BloomFilter;
import dev.muster.user.Key;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the keys that occur more than once in an input, in bounded memory: one filter holds the
 * keys that were seen, another those that were seen again. For one thread, which goes on reading
 * while another adds keys to the filters.
 */
public final class RepeatSurvey {

  private static final int FILTER_BYTES_MIN = 1 << 16;
  private static final int FILTER_BYTES_MAX = 1 << 24;

  /**
   * Small enough for the processor's cache, because every claimed key is looked up in it. Of the
   * keys that occur once, it reports 1 in 270 as repeated when 640,000 keys are, and 1 in 50 when a
   * million are.
   */
  private static final int REPEATS_BYTES = 1 << 20;

  /** How many hashes are added at once. Small imports have fewer keys, and need no other thread. */
  private static final int BATCH = 4096;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final BloomFilter seen;
  private final BloomFilter seenAgain;
  private long[] hashes = new long[BATCH];
  private long[] others = new long[BATCH];
  private int waiting;
  private boolean anyAgain;
  private CompletableFuture<Void> adding = CompletableFuture.completedFuture(null);

  /**
   * The survey of one input.
   *
   * @param inputBytes the input's size, which determines the size of the filters; -1 if unknown
   */
  public RepeatSurvey(long inputBytes) {
    int bytes = filterBytes(inputBytes);
    this.seen = new BloomFilter(bytes);
    this.seenAgain = new BloomFilter(Math.min(bytes, REPEATS_BYTES));
  }

  public void see(Key key) {
    see(hash(key.text()));
  }

  /**
   * Notes a key by its text.
   *
   * @param text ASCII
   */
  public void see(byte[] text, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = hash * FACTOR + text[i];
    }
    see(mixed(hash));
  }

  private void see(long hash) {
    if (waiting == hashes.length) {
      addWaiting();
    }
    hashes[waiting++] = hash;
  }

  private void addWaiting() {
    adding.join();
    long[] batch = hashes;
    adding = CompletableFuture.runAsync(() -> add(batch, batch.length));
    hashes = others;
    others = batch;
    waiting = 0;
  }

  private void add(long[] batch, int count) {
    for (int i = 0; i < count; i++) {
      if (seen.add(batch[i])) {
        seenAgain.add(batch[i]);
        anyAgain = true;
      }
    }
  }

  /** The repeated keys of an input that was read to its end. */
  public Repeats end() {
    adding.join();
    add(hashes, waiting);
    waiting = 0;
    return new Repeats(seenAgain, anyAgain);
  }

  private static int filterBytes(long inputBytes) {
    if (inputBytes < 0 || inputBytes >= FILTER_BYTES_MAX) {
      return FILTER_BYTES_MAX;
    }
    // A byte of input hardly holds more than a byte of filter's worth of keys, compressed or not.
    return Math.max(FILTER_BYTES_MIN, Integer.highestOneBit((int) inputBytes) << 1);
  }

  /** A hash with well-distributed bits: a polynomial with the finaliser of MurmurHash3. */
  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return mixed(hash);
  }

  private static long mixed(long polynomial) {
    long hash = polynomial;
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
