package dev.muster.app.store.sqlite;

import dev.muster.app.store.directory.StoredUnchangedLookup;
import dev.muster.app.store.directory.StoredUnchangedLookup.RowReader;
import dev.muster.app.store.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads fingerprints over a second, read-only connection; the write-ahead log lets it read while
 * the import writes.
 */
final class SqliteFingerprints implements StoredUnchangedLookup.Rows {

  private static final int CACHE_KIB = 32 * 1024;

  private final SqliteConnections connections;
  private final SqliteErrors errors;
  private final Object commits;
  private @Nullable Sql sql;
  private boolean closed;

  /**
   * Borrows a connection at the first look-up.
   *
   * <p>No session of this process commits during a look-up: an open read transaction would prevent
   * a complete checkpoint, and the WAL would grow.
   */
  SqliteFingerprints(SqliteConnections connections) {
    this.connections = connections;
    this.errors = connections.errors();
    this.commits = connections.file().commits();
  }

  @Override
  public void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints) {
    synchronized (commits) {
      try {
        ask(SqliteTables.FIND_KEYS, Arrays.toString(keysHigh), keys);
        ask(SqliteTables.LOAD_FINGERPRINTS, users.toString(), fingerprints);
      } catch (SQLException e) {
        errors.ignored(e);
        throw errors.explain(e);
      }
    }
  }

  private void ask(String question, String numbers, RowReader reader) throws SQLException {
    PreparedStatement statement = connected().statement(question);
    statement.setString(1, numbers);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private Sql connected() throws SQLException {
    if (closed) {
      throw new SQLException("the look-ups are over");
    }
    if (sql == null) {
      sql = connections.reader();
      SqliteSession.cache(sql, CACHE_KIB);
    }
    return sql;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void close() {
    synchronized (commits) {
      closed = true;
      if (sql != null) {
        SqliteSession.cache(sql, SqliteConnections.CACHE_KIB);
        connections.giveBackReader(sql);
        sql = null;
      }
    }
  }
}
