package dev.muster.app.store;

import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Damage that no look-up foresees: rows of {@code login_keys} that take keys in the default realm,
 * but say that they belong to a user of another realm.
 */
public final class StrayKeys {

  private StrayKeys() {}

  /** Puts a row in for each key. */
  public static void put(String address, Collection<Key> keys) throws SQLException {
    execute(
        address,
        "INSERT INTO login_keys (key_high, key_low, scope, realm, user_id)"
            + " VALUES (?, ?, 1, 9, 999999999)",
        keys);
  }

  /** Takes them out again. */
  public static void remove(String address, Collection<Key> keys) throws SQLException {
    execute(
        address, "DELETE FROM login_keys WHERE key_high = ? AND key_low = ? AND realm = 9", keys);
  }

  private static void execute(String address, String sql, Collection<Key> keys)
      throws SQLException {
    try (Connection connection = DirectoryInvariants.connection(address);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Key key : keys) {
        KeyHash hash = key.hash();
        statement.setLong(1, hash.high());
        statement.setLong(2, hash.low());
        statement.executeUpdate();
      }
    }
  }
}
