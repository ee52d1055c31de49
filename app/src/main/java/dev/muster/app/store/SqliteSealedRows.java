package dev.muster.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** In a file whose log lets others read while an import writes. */
final class SqliteSealedRows implements StoredRecognition.SealedRows {

  private static final String FIND =
      "SELECT k.key_high, k.key_low, k.realm, "
          + SealedRow.COLUMNS
          + " FROM json_each(?) AS wanted"
          + " JOIN login_keys AS k ON k.key_high = wanted.value"
          + " JOIN users AS u ON u.id = k.user_id";

  private final Connection connection;
  private final SqliteErrors errors;
  private final Object commits;
  private final PreparedStatement find;

  /**
   * Rows read over a connection, which is closed with this, and at once if it is of no use.
   *
   * @param commits held while others commit: what is being read can't be moved from the log into
   *     the file then, and the log would grow
   */
  SqliteSealedRows(Connection connection, SqliteErrors errors, Object commits) throws SQLException {
    this.connection = connection;
    this.errors = errors;
    this.commits = commits;
    try {
      this.find = connection.prepareStatement(FIND);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void find(long[] keysHigh, StoredRecognition.Reader reader) throws SQLException {
    synchronized (commits) {
      find.setString(1, Arrays.toString(keysHigh));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
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
      disconnect();
    }
  }

  private void disconnect() {
    try (connection) {
      find.close();
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }
}
