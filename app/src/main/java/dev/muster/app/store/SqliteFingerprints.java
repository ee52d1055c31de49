package dev.muster.app.store;

import dev.muster.app.store.StoredUnchangedLookup.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads fingerprints over a second, read-only connection; the write-ahead log lets it read while
 * the import writes.
 */
final class SqliteFingerprints implements StoredUnchangedLookup.Rows {

  private final Connection connection;
  private final SqliteErrors errors;
  private final Object commits;
  private final PreparedStatement findKeys;
  private final PreparedStatement loadFingerprints;

  /**
   * Rows read over a connection, which is closed with this, or at once if it can't be used.
   *
   * @param commits held while the import commits: pages that are being read can't be moved from the
   *     log into the file, and the log would grow
   */
  SqliteFingerprints(Connection connection, SqliteErrors errors, Object commits)
      throws SQLException {
    this.connection = connection;
    this.errors = errors;
    this.commits = commits;
    try {
      this.findKeys = connection.prepareStatement(SqliteTables.FIND_KEYS);
      this.loadFingerprints = connection.prepareStatement(SqliteTables.LOAD_FINGERPRINTS);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints) {
    synchronized (commits) {
      try {
        ask(findKeys, Arrays.toString(keysHigh), keys);
        ask(loadFingerprints, users.toString(), fingerprints);
      } catch (SQLException e) {
        errors.ignored(e);
        throw errors.explain(e);
      }
    }
  }

  private static void ask(PreparedStatement statement, String numbers, RowReader reader)
      throws SQLException {
    statement.setString(1, numbers);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void close() {
    synchronized (commits) {
      disconnect();
    }
  }

  private void disconnect() {
    try (connection;
        findKeys) {
      loadFingerprints.close();
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }
}
