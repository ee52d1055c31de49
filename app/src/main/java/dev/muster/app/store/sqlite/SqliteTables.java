package dev.muster.app.store.sqlite;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.KeyRow;
import dev.muster.app.store.directory.ProfileText;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.search.ChangedUsers;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sql.WriteBehind;
import dev.muster.match.UserChange;
import dev.muster.user.KeyHash;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bulk access to users and keys in SQLite: look-ups by a JSON array parameter, batches of prepared
 * statements, keys in index order.
 */
final class SqliteTables implements DirectoryTables {

  static final String FIND_KEYS =
      """
      SELECT k.key_high, k.key_low, k.realm, k.user_id
        FROM json_each(?) AS wanted
        JOIN login_keys AS k ON k.key_high = wanted.value""";

  private static final String LOAD_USERS =
      "SELECT " + UserRow.COLUMNS + " FROM users WHERE id IN (SELECT value FROM json_each(?))";

  static final String LOAD_FINGERPRINTS =
      "SELECT id, record_fingerprint FROM users WHERE id IN (SELECT value FROM json_each(?))";

  private static final String PUT_USER =
      "INSERT OR REPLACE INTO users ("
          + UserRow.COLUMNS
          + ", record_fingerprint) VALUES (?,?,?,?,?,?,?,?,?,CAST(? AS TEXT),?,?,?)";

  private static final String ADD_KEY =
      "INSERT INTO login_keys (key_high, key_low, scope, realm, user_id) VALUES (?, ?, ?, ?, ?)";

  /** How many keys a statement adds: each statement costs as much as a key. */
  private static final int KEYS_A_STATEMENT = 50;

  private static final String ADD_KEYS = ADD_KEY + ", (?, ?, ?, ?, ?)".repeat(KEYS_A_STATEMENT - 1);

  private static final String DROP_KEY =
      "DELETE FROM login_keys WHERE key_high = ? AND key_low = ? AND scope = ? AND user_id = ?";

  private static final String ADD_FREE_KEY = ADD_KEY + " ON CONFLICT DO NOTHING";

  private static final int KEY_COLUMNS = 5;

  private static final long NOT_SEEN = -1;

  private final Sql sql;
  private final OtherWrites otherWrites;
  private long seenVersion = NOT_SEEN;
  private boolean ownKeys;

  SqliteTables(Sql sql) {
    this(sql, new OtherWrites(sql));
  }

  SqliteTables(Sql sql, OtherWrites otherWrites) {
    this.sql = sql;
    this.otherWrites = otherWrites;
  }

  @Override
  public void enter(int realm) {
    // BEGIN IMMEDIATE has kept everybody else out
  }

  @Override
  public void keepRules(int realm) {
    // likewise
  }

  @Override
  public void enterToChangeRules(int realm) {
    // likewise
  }

  @Override
  public boolean hasOnlyOwnKeys() {
    long now = otherWrites.version();
    ownKeys = seenVersion == NOT_SEEN ? sql.number(ANY_KEY) == 0 : ownKeys && now == seenVersion;
    seenVersion = now;
    return ownKeys;
  }

  @Override
  public void findKeys(Collection<KeyHash> hashes, KeyReader reader) {
    sql.attempt(
        () -> {
          PreparedStatement findKeys = sql.statement(FIND_KEYS);
          // in index order, so that its pages are visited one after the other
          findKeys.setString(
              1, Arrays.toString(hashes.stream().mapToLong(KeyHash::high).sorted().toArray()));
          try (ResultSet rows = findKeys.executeQuery()) {
            while (rows.next()) {
              reader.read(
                  new KeyHash(rows.getLong(1), rows.getLong(2)), rows.getInt(3), rows.getLong(4));
            }
          }
          return true;
        });
  }

  @Override
  public List<Supplier<User>> users(Set<Long> ids) {
    List<Supplier<User>> found = new ArrayList<>(ids.size());
    sql.attempt(
        () -> {
          PreparedStatement loadUsers = sql.statement(LOAD_USERS);
          loadUsers.setString(1, ids.toString());
          try (ResultSet rows = loadUsers.executeQuery()) {
            while (rows.next()) {
              found.add(UserRow.readLater(rows));
            }
          }
          return true;
        });
    return found;
  }

  @Override
  public Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    Set<Long> current = new HashSet<>(fingerprints.size() * 2);
    sql.attempt(
        () -> {
          PreparedStatement loadFingerprints = sql.statement(LOAD_FINGERPRINTS);
          loadFingerprints.setString(1, fingerprints.keySet().toString());
          try (ResultSet rows = loadFingerprints.executeQuery()) {
            while (rows.next()) {
              UserRow.addIfCurrent(rows, fingerprints, current);
            }
          }
          return true;
        });
    return current;
  }

  @Override
  public WriteBehind.Write write(
      List<KeyRow> dropped, Collection<UserChange> changes, List<KeyRow> added) {
    return () -> {
      otherWrites.noteOwn();
      drop(dropped);
      PreparedStatement putUser = sql.statement(PUT_USER);
      putUser.clearBatch(); // left by a write that failed halfway
      JsonBytes room = ProfileText.room();
      for (UserChange change : changes) {
        UserRow.bind(putUser, change.after(), room);
        putUser.addBatch();
      }
      putUser.executeBatch();
      ChangedUsers.note(sql, changes);
      add(added);
    };
  }

  private void drop(List<KeyRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = sql.statement(DROP_KEY);
    statement.clearBatch();
    for (KeyRow row : KeyRow.inIndexOrder(rows)) {
      statement.setLong(1, row.key().high());
      statement.setLong(2, row.key().low());
      statement.setLong(3, row.scope());
      statement.setLong(4, row.userId());
      statement.addBatch();
    }
    statement.executeBatch();
  }

  private void add(List<KeyRow> rows) throws SQLException {
    List<KeyRow> ordered = rows.isEmpty() ? rows : KeyRow.inIndexOrder(rows);
    int rest = ordered.size() % KEYS_A_STATEMENT;
    add(ordered.subList(0, ordered.size() - rest), ADD_KEYS, KEYS_A_STATEMENT);
    add(ordered.subList(ordered.size() - rest, ordered.size()), ADD_KEY, 1);
  }

  private void add(List<KeyRow> rows, String insert, int rowsAStatement) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = sql.statement(insert);
    statement.clearBatch();
    for (int from = 0; from < rows.size(); from += rowsAStatement) {
      for (int i = 0; i < rowsAStatement; i++) {
        bind(rows.get(from + i), statement, i * KEY_COLUMNS);
      }
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** Sets the parameters of one row, which come after others. */
  private static void bind(KeyRow row, PreparedStatement statement, int others)
      throws SQLException {
    statement.setLong(others + 1, row.key().high());
    statement.setLong(others + 2, row.key().low());
    statement.setLong(others + 3, row.scope());
    statement.setInt(others + 4, row.realm());
    statement.setLong(others + 5, row.userId());
  }

  @Override
  public List<KeyRow> addFree(List<KeyRow> rows) {
    List<KeyRow> taken = new ArrayList<>();
    sql.attempt(
        () -> {
          otherWrites.noteOwn();
          try (PreparedStatement add = sql.connection().prepareStatement(ADD_FREE_KEY)) {
            for (KeyRow row : KeyRow.inIndexOrder(rows)) {
              bind(row, add, 0);
              if (add.executeUpdate() == 0) {
                taken.add(row);
              }
            }
          }
          return true;
        });
    return taken;
  }

  @Override
  public void lock(long userId) {
    // BEGIN IMMEDIATE has kept everybody else out
  }

  @Override
  public boolean delete(User user, List<KeyRow> keys) {
    return sql.attempt(
        () -> {
          otherWrites.noteOwn();
          drop(keys);
          return sql.execute("DELETE FROM users WHERE id = ?", user.id()) == 1;
        });
  }
}
