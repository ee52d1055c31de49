package dev.muster.app.store.directory;

import dev.muster.app.bloom.BloomFilter;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.user.Key;
import org.jspecify.annotations.Nullable;

/**
 * A Bloom filter of the keys that an import into an empty directory has added. It lets such a first
 * import skip nearly all key look-ups. It has no false negatives: if the directory had keys at the
 * start, or another process may have written, it answers that any key may exist. Its memory grows
 * with the number of records and is allocated when the first key is added.
 */
public final class FirstImportFilter {

  /**
   * 27 bits a key for five million keys; beyond that, false positives become more frequent. A
   * larger one fills a heap of 256 MB so far that collecting its garbage takes longer than waiting.
   */
  private static final int BYTES_MAX = 1 << 24;

  private static final int BYTES_MIN = 1 << 10;

  /**
   * Three keys of 32 bits each. A chunk has thousands of keys, and a single false positive makes it
   * wait until all that was decided before is written.
   */
  private static final int BYTES_A_RECORD = 12;

  private final DirectoryTables tables;
  private final SurveyedKeys surveyed;
  private final int bytes;
  private @Nullable BloomFilter added;
  private boolean complete = true;

  /**
   * The filter of one run.
   *
   * @param surveyed tells which keys need not be filtered
   */
  FirstImportFilter(DirectoryTables tables, SurveyedKeys surveyed) {
    this.tables = tables;
    this.surveyed = surveyed;
    this.bytes = bytes(surveyed.records());
  }

  /** A power of two. */
  public static int bytes(long records) {
    long wanted = Math.min(records, BYTES_MAX) * BYTES_A_RECORD;
    long fitting = Long.highestOneBit(Math.max(1, wanted - 1)) << 1;
    return (int) Math.max(BYTES_MIN, Math.min(BYTES_MAX, fitting));
  }

  /**
   * Checks whether other sessions may have written keys. Call it in each transaction before {@link
   * #mayHold}.
   */
  void refresh() {
    if (complete && !tables.hasOnlyOwnKeys()) {
      complete = false;
      added = null;
    }
  }

  /** True if the filter is not in use, so that every key has to be looked up. */
  boolean mayHoldAny() {
    return !complete;
  }

  /** Whether a key may exist. A key that one record only gives can't be another record's. */
  boolean mayHold(Key key) {
    return !complete
        || (added != null && surveyed.mayRepeat().test(key) && added.mayContain(key.hash().high()));
  }

  void add(Key key) {
    if (complete && surveyed.mayRepeat().test(key)) {
      if (added == null) {
        added = new BloomFilter(bytes);
      }
      added.add(key.hash().high());
    }
  }
}
