package dev.muster.app.store.postgres;

import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.KeyRow;
import dev.muster.user.KeyHash;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes rows of {@code login_keys} in bulk. */
final class PostgresKeys {

  private static final String KEY_COLUMNS = "key_high, key_low, scope, user_id, realm";

  private static final String DROP_KEYS =
      """
      DELETE FROM login_keys AS k
       USING unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
             AS gone(key_high, key_low, scope, user_id)
       WHERE k.key_high = gone.key_high AND k.key_low = gone.key_low AND k.scope = gone.scope
         AND k.user_id = gone.user_id""";

  private static final String ADD_FREE_KEYS =
      """
      INSERT INTO login_keys (key_high, key_low, scope, user_id, realm)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[])
      ON CONFLICT DO NOTHING""";

  private static final String TAKEN_KEYS =
      """
      SELECT wanted.key_high, wanted.key_low, wanted.scope, wanted.user_id, wanted.realm
        FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[])
             AS wanted(key_high, key_low, scope, user_id, realm)
        JOIN login_keys AS k USING (key_high, key_low, scope)
       WHERE k.user_id <> wanted.user_id""";

  private PostgresKeys() {}

  static void drop(Connection connection, List<KeyRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement drop = connection.prepareStatement(DROP_KEYS)) {
      bind(rows, drop);
      drop.executeUpdate();
    }
  }

  /** Sets key_high, key_low, scope and user_id as parameters 1 to 4. */
  private static void bind(List<KeyRow> rows, PreparedStatement statement) throws SQLException {
    Connection connection = statement.getConnection();
    Long[] high = rows.stream().map(row -> row.key().high()).toArray(Long[]::new);
    Long[] low = rows.stream().map(row -> row.key().low()).toArray(Long[]::new);
    Long[] scope = rows.stream().map(KeyRow::scope).toArray(Long[]::new);
    Long[] user = rows.stream().map(KeyRow::userId).toArray(Long[]::new);
    statement.setArray(1, connection.createArrayOf("bigint", high));
    statement.setArray(2, connection.createArrayOf("bigint", low));
    statement.setArray(3, connection.createArrayOf("bigint", scope));
    statement.setArray(4, connection.createArrayOf("bigint", user));
  }

  /** See {@link DirectoryTables#addFree}. */
  static List<KeyRow> addFree(Connection connection, List<KeyRow> rows) throws SQLException {
    List<KeyRow> ordered = KeyRow.inIndexOrder(rows);
    Array realms = connection.createArrayOf("int", ordered.stream().map(KeyRow::realm).toArray());
    try (PreparedStatement add = connection.prepareStatement(ADD_FREE_KEYS)) {
      bind(ordered, add);
      add.setArray(5, realms);
      if (add.executeUpdate() == rows.size()) {
        return List.of();
      }
    }
    try (PreparedStatement ask = connection.prepareStatement(TAKEN_KEYS)) {
      bind(ordered, ask);
      ask.setArray(5, realms);
      return keys(ask);
    }
  }

  private static List<KeyRow> keys(PreparedStatement ask) throws SQLException {
    List<KeyRow> keys = new ArrayList<>();
    try (ResultSet rows = ask.executeQuery()) {
      while (rows.next()) {
        KeyHash key = new KeyHash(rows.getLong(1), rows.getLong(2));
        keys.add(new KeyRow(key, rows.getLong(3), rows.getInt(5), rows.getLong(4)));
      }
    }
    return keys;
  }

  /**
   * Inserts rows in index order, so that each index page is visited once, and concurrent imports
   * seldom block each other.
   */
  static void add(Connection connection, List<KeyRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyRows.send(
        connection,
        "login_keys",
        KEY_COLUMNS,
        out -> {
          for (KeyRow row : KeyRow.inIndexOrder(rows)) {
            out.row(5).int8(row.key().high()).int8(row.key().low()).int8(row.scope());
            out.int8(row.userId()).int4(row.realm());
          }
        });
  }
}
