package dev.muster.app.store.postgres;

import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.sql.Sql;

/**
 * Coordinates transactions that write keys. Each takes a shared advisory lock and the next number
 * of a sequence. An import into an empty directory takes the lock exclusively instead: it has
 * written all existing keys itself, and can skip look-ups. A gap in its sequence numbers shows that
 * another transaction wrote in between; from then on it takes the shared lock. For one thread.
 */
final class PostgresTurns {

  /**
   * The first key of the advisory locks on a realm's rules; the second is the realm's number.
   * Imports take them shared, changes of rules exclusively.
   */
  private static final int RULES_LOCK = 0x4d75_0001;

  /** The advisory lock of all transactions that write keys; a key of one long. */
  private static final long KEYS_LOCK = 0x4d75_0003_0000_0000L;

  private static final String ENTER =
      PostgresTables.BY_INDEX
          + ", pg_advisory_xact_lock_shared(?, ?), pg_advisory_xact_lock_shared(?),"
          + " nextval('key_writers') AS turn";

  private static final String ENTER_ALONE =
      PostgresTables.BY_INDEX
          + ", pg_advisory_xact_lock_shared(?, ?), pg_advisory_xact_lock(?),"
          + " nextval('key_writers') AS turn";

  private final Sql sql;
  private Part part = Part.UNKNOWN;
  private long lastTurn;

  PostgresTurns(Sql sql) {
    this.sql = sql;
  }

  /**
   * Starts a transaction that may write keys: makes the planner use indexes, locks the realm's
   * rules against changes, and takes the lock on keys, exclusively if this object has written all
   * keys so far.
   */
  void enter(int realm) {
    if (sql.transaction() == 0) {
      return; // it only reads
    }
    if (part == Part.UNKNOWN) {
      part = sql.number(DirectoryTables.ANY_KEY) == 0 && beginsAlone() ? Part.ALONE : Part.SHARED;
    }
    long turn =
        sql.first(
                part == Part.ALONE ? ENTER_ALONE : ENTER,
                row -> row.getLong("turn"),
                RULES_LOCK,
                realm,
                KEYS_LOCK)
            .orElseThrow();
    if (part == Part.ALONE && lastTurn != 0 && turn != lastTurn + 1) {
      part = Part.SHARED; // another transaction wrote in between
    }
    lastTurn = turn;
  }

  /** Whether there are no keys and no other transaction is writing any. */
  private boolean beginsAlone() {
    boolean alone =
        sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), KEYS_LOCK)
            .orElse(false);
    return alone && sql.number(DirectoryTables.ANY_KEY) == 0;
  }

  void keepRules(int realm) {
    if (sql.transaction() > 0) {
      sql.execute("SELECT pg_advisory_xact_lock_shared(?, ?)", RULES_LOCK, realm);
    }
  }

  void enterToChangeRules(int realm) {
    sql.execute(
        "SELECT pg_advisory_xact_lock(?, ?), pg_advisory_xact_lock_shared(?),"
            + " nextval('key_writers')",
        RULES_LOCK,
        realm,
        KEYS_LOCK);
  }

  boolean alone() {
    if (sql.transaction() == 0) {
      part = Part.SHARED; // without a transaction there is no lock
    }
    return part == Part.ALONE;
  }

  /** How this object locks keys. */
  private enum Part {
    /** No transaction has been started yet. */
    UNKNOWN,
    /** It has written all existing keys; its transactions lock out other writers. */
    ALONE,
    /** Other sessions may write at any time. */
    SHARED
  }
}
