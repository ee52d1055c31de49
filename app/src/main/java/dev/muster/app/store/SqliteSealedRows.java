package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads rows over a second, read-only connection, while the import writes. */
final class SqliteSealedRows implements StoredRecognition.SealedRows {

  private static final String FIND =
      "SELECT k.key_high, k.key_low, k.realm, "
          + SealedRow.COLUMNS
          + " FROM json_each(?) AS wanted"
          + " JOIN login_keys AS k ON k.key_high = wanted.value"
          + " JOIN users AS u ON u.id = k.user_id";

  private static final int CACHE_KIB = 32 * 1024;

  private final SqliteConnections connections;
  private final SqliteErrors errors;
  private final Object commits;
  private @Nullable Sql sql;
  private boolean closed;

  /**
   * Rows read over a connection of its own, which is borrowed at the first look.
   *
   * <p>While it reads, nobody of this process commits: what is being read can't be moved from the
   * log into the file then, and the log would grow.
   */
  SqliteSealedRows(SqliteConnections connections) {
    this.connections = connections;
    this.errors = connections.errors();
    this.commits = connections.file().commits();
  }

  @Override
  public void find(long[] keysHigh, StoredRecognition.Reader reader) throws SQLException {
    synchronized (commits) {
      PreparedStatement find = connected().statement(FIND);
      find.setString(1, Arrays.toString(keysHigh));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private Sql connected() throws SQLException {
    if (closed) {
      throw new SQLException("the look-ups are over");
    }
    if (sql == null) {
      try {
        sql = connections.reader();
      } catch (StoreUnavailable e) {
        throw new SQLException(e);
      }
      SqliteSession.cache(sql, CACHE_KIB);
    }
    return sql;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void ignored(SQLException e) {
    errors.ignored(e);
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
