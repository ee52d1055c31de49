package dev.muster.app.store.directory;

import dev.muster.app.bloom.BloomFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a run that began with an empty directory may have added to it. Such a run, a first
 * migration, spares itself the look-up of nearly every key. It never denies a key that is there:
 * once somebody else may have written, or where the directory had keys at the start, it says that
 * any key may be. Takes memory by the number of records, when the first key is added.
 */
public final class FirstImportFilter {

  /** 13 bits a key for five million keys; with more, useless look-ups become more frequent. */
  private static final int BYTES_MAX = 1 << 23;

  private static final int BYTES_MIN = 1 << 10;

  /** Three keys with 13 bits each. */
  private static final int BYTES_A_RECORD = 5;

  private final DirectoryTables tables;
  private final int bytes;
  private @Nullable BloomFilter added;
  private boolean complete = true;

  /**
   * The filter of one run.
   *
   * @param records how many records it has
   */
  FirstImportFilter(DirectoryTables tables, long records) {
    this.tables = tables;
    this.bytes = bytes(records);
  }

  /** A power of two. */
  public static int bytes(long records) {
    long wanted = Math.min(records, BYTES_MAX) * BYTES_A_RECORD;
    long fitting = Long.highestOneBit(Math.max(1, wanted - 1)) << 1;
    return (int) Math.max(BYTES_MIN, Math.min(BYTES_MAX, fitting));
  }

  /** Looks whether the answers can still be relied on. Call it in the transaction that asks. */
  void refresh() {
    if (complete && !tables.hasOnlyOwnKeys()) {
      complete = false;
      added = null;
    }
  }

  /** True where nothing is known, so that there is no use in asking for each key. */
  boolean mayHoldAny() {
    return !complete;
  }

  boolean mayHold(KeyHash key) {
    return !complete || (added != null && added.mayContain(key.high()));
  }

  void add(KeyHash key) {
    if (complete) {
      if (added == null) {
        added = new BloomFilter(bytes);
      }
      added.add(key.high());
    }
  }
}
