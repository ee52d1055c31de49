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
  private final PreparedStatement find;

  SqliteSealedRows(Connection connection) throws SQLException {
    this.connection = connection;
    this.find = connection.prepareStatement(FIND);
  }

  @Override
  public void find(long[] keysHigh, StoredRecognition.Reader reader) throws SQLException {
    find.setString(1, Arrays.toString(keysHigh));
    try (ResultSet rows = find.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  @Override
  public void close() {
    try (connection;
        find) {
      find.clearParameters();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
