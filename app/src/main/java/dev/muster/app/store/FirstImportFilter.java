package dev.muster.app.store;

import dev.muster.app.bloom.BloomFilter;

/**
 * Which keys a run that began with an empty directory may have added to it. Such a run, a first
 * migration, spares itself the look-up of nearly every key. It never denies a key that is there:
 * once another connection has written, or where the directory had keys at the start, it says that
 * any key may be.
 */
final class FirstImportFilter {

  /** 13 bits a key for five million keys; with more, useless look-ups become more frequent. */
  private static final int BYTES = 1 << 23;

  private final Sql sql;
  private final DirectoryTables tables;
  private final BloomFilter added = new BloomFilter(BYTES);
  private long version = -1;
  private boolean complete = true;

  FirstImportFilter(Sql sql, DirectoryTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /** Looks whether the answers can still be relied on. Call it in the transaction that asks. */
  void refresh() {
    if (!complete) {
      return;
    }
    long now = tables.version();
    if (version == -1) {
      complete =
          sql.number("SELECT count(*) FROM (SELECT 1 FROM login_keys LIMIT 1) AS first_key") == 0
              && tables.aloneWithJob();
    } else {
      complete = version == now;
    }
    version = now;
  }

  /** True where nothing is known, so that there is no use in asking for each key. */
  boolean mayHoldAny() {
    return !complete;
  }

  boolean mayHold(KeyHash key) {
    return !complete || added.mayContain(key.high());
  }

  void add(KeyHash key) {
    if (complete) {
      added.add(key.high());
    }
  }
}
