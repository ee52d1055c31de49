package dev.muster.app.store.sqlite;

import dev.muster.app.store.sql.Sql;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells a writer of users and keys whether others have written any, in the table {@code
 * last_user_write}. SQLite's {@code data_version} would not do: it also changes when somebody notes
 * how far an import is, as a server does every second.
 */
final class OtherWrites {

  private static final String NOTE =
      "INSERT INTO last_user_write (number, writer, writes) VALUES (1, ?, 1)"
          + " ON CONFLICT DO UPDATE SET writer = excluded.writer, writes = writes + 1";
  private static final String LAST =
      "SELECT coalesce(max(CASE writer WHEN ? THEN -1 ELSE writes END), 0) FROM last_user_write";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final long self = RANDOM.nextLong();
  private long seen;

  OtherWrites(Sql sql) {
    this.sql = sql;
  }

  /** Notes a write of this writer's, in its transaction. */
  void noteOwn() throws SQLException {
    PreparedStatement note = sql.statement(NOTE);
    note.setLong(1, self);
    note.executeUpdate();
  }

  /**
   * A number from 0 that grows when others write users or keys. To be asked in each transaction
   * before it writes, so that its own writes hide nobody else's.
   */
  long version() {
    long last = sql.number(LAST, self);
    if (last >= 0) {
      seen = last;
    }
    return seen;
  }
}
