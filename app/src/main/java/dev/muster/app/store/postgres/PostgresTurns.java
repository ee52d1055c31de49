package dev.muster.app.store.postgres;

import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.sql.Sql;

/**
 * How transactions that write keys meet in PostgreSQL: they share a lock and take numbers. A first
 * import, which knows all keys there are because it wrote them, has the lock for itself as long as
 * its numbers follow each other; a gap says that somebody else wrote in between. For one thread.
 */
final class PostgresTurns {

  /** The first number of the advisory locks that imports and changes of rules share. */
  private static final int RULES_LOCK = 0x4d75_0001;

  /** The advisory lock that transactions share which write keys; of the locks with one number. */
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
   * Has the indexes used, keeps the realm's rules, and takes a turn among those who write keys:
   * beside others, or, while all keys are this object's, alone.
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
      part = Part.SHARED; // somebody else wrote in between
    }
    lastTurn = turn;
  }

  /** Whether nobody else is writing keys, nor has written any. */
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
      part = Part.SHARED; // outside of transactions nobody is kept out
    }
    return part == Part.ALONE;
  }

  /** How this object takes part among those who write keys. */
  private enum Part {
    /** It has not written yet. */
    UNKNOWN,
    /** All keys there are it has written; its transactions keep others out. */
    ALONE,
    /** Others may write at any time. */
    SHARED
  }
}
