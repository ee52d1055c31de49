package dev.muster.app.store.postgres;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.KeyRow;
import dev.muster.app.store.directory.ProfileText;
import dev.muster.app.store.directory.StoredUnchangedLookup;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.search.ChangedUsers;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sql.WriteBehind;
import dev.muster.match.UserChange;
import dev.muster.user.KeyHash;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bulk access to users and keys in PostgreSQL: look-ups by an array parameter, inserts by binary
 * COPY, updates by one statement from a temporary table.
 *
 * <p>Concurrency is optimistic: no locks on users or keys are held while a chunk is decided. The
 * unique index on {@code login_keys} rejects keys that another session has inserted since, and an
 * update requires the revision that was read. Either conflict rolls the transaction back, and its
 * chunks are decided again.
 */
final class PostgresTables implements DirectoryTables {

  /**
   * Makes the planner use the indexes, although its statistics are old: the tables may grow by
   * millions of rows before they are analysed. enable_seqscan=off adds a huge cost, which would
   * trigger JIT compilation, so jit is off too.
   */
  static final String BY_INDEX =
      """
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
             set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)""";

  static final String FIND_KEYS =
      """
      SELECT k.key_high, k.key_low, k.realm, k.user_id
        FROM unnest(?::bigint[]) AS wanted(key_high)
        JOIN login_keys AS k USING (key_high)""";

  private static final String LOAD_USERS =
      "SELECT "
          + UserRow.COLUMNS
          + ", revision FROM users JOIN unnest(?::bigint[]) AS wanted(id) USING (id)";

  static final String LOAD_FINGERPRINTS =
      "SELECT id, record_fingerprint FROM users JOIN unnest(?::bigint[]) AS wanted(id) USING (id)";

  private static final String UPDATE_USERS =
      """
      UPDATE users AS u
         SET username = c.username, email = c.email, phone_number = c.phone_number,
             email_verified = c.email_verified, phone_number_verified = c.phone_number_verified,
             disabled = c.disabled, password = c.password, profile = c.profile,
             updated_at = c.updated_at, record_fingerprint = c.record_fingerprint,
             revision = u.revision + 1
        FROM pg_temp.muster_changes AS c
       WHERE u.id = c.id AND c.revision IN (u.revision, -1)""";

  /** Marks an unconditional update, without a check of the revision. */
  private static final long NOT_SEEN = -1;

  private final Sql sql;
  private final PostgresTurns turns;
  private Map<Long, Long> revisions = new HashMap<>();

  PostgresTables(Sql sql) {
    this.sql = sql;
    this.turns = new PostgresTurns(sql);
  }

  @Override
  public void enter(int realm) {
    turns.enter(realm);
  }

  @Override
  public void keepRules(int realm) {
    turns.keepRules(realm);
  }

  @Override
  public void enterToChangeRules(int realm) {
    turns.enterToChangeRules(realm);
  }

  @Override
  public boolean hasOnlyOwnKeys() {
    return turns.alone();
  }

  @Override
  public void findKeys(Collection<KeyHash> hashes, KeyReader reader) {
    ask(
        FIND_KEYS,
        hashes.stream().map(KeyHash::high).sorted().toArray(),
        row ->
            reader.read(
                new KeyHash(row.getLong(1), row.getLong(2)), row.getInt(3), row.getLong(4)));
  }

  @Override
  public List<Supplier<User>> users(Set<Long> ids) {
    List<Supplier<User>> found = new ArrayList<>(ids.size());
    Map<Long, Long> seen = new HashMap<>();
    ask(
        LOAD_USERS,
        ids.toArray(),
        row -> {
          found.add(UserRow.readLater(row));
          seen.put(row.getLong(1), row.getLong(UserRow.COLUMN_COUNT + 1));
        });
    revisions = seen;
    return found;
  }

  @Override
  public Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    Set<Long> current = new HashSet<>(fingerprints.size() * 2);
    ask(
        LOAD_FINGERPRINTS,
        fingerprints.keySet().toArray(),
        row -> UserRow.addIfCurrent(row, fingerprints, current));
    return current;
  }

  private void ask(String query, Object[] numbers, StoredUnchangedLookup.RowReader reader) {
    sql.attempt(
        () -> {
          ask(sql.connection(), query, numbers, reader);
          return true;
        });
  }

  /** Runs a query with one array parameter and passes its rows to {@code reader}. */
  static void ask(
      Connection connection, String query, Object[] numbers, StoredUnchangedLookup.RowReader reader)
      throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(query)) {
      ask.setArray(1, connection.createArrayOf("bigint", numbers));
      try (ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  @Override
  public WriteBehind.Write write(
      List<KeyRow> dropped, Collection<UserChange> changes, List<KeyRow> added) {
    Map<Long, Long> seen = revisions;
    List<User> created = new ArrayList<>();
    List<User> updated = new ArrayList<>();
    for (UserChange change : changes) {
      (change.before() == null ? created : updated).add(change.after());
    }
    updated.sort(
        Comparator.comparingLong(
            User::id)); // a fixed order, so that concurrent imports can't deadlock
    return () -> {
      update(updated, seen);
      PostgresKeys.drop(sql.connection(), dropped);
      create(created);
      PostgresKeys.add(sql.connection(), added);
      ChangedUsers.note(sql, changes);
    };
  }

  private void create(List<User> users) throws SQLException {
    if (!users.isEmpty()) {
      CopyRows.send(
          sql.connection(),
          "users",
          CopiedUser.COLUMNS,
          out -> {
            JsonBytes room = ProfileText.room();
            for (User user : users) {
              CopiedUser.write(user, 0, room, out);
            }
          });
    }
  }

  private void update(List<User> users, Map<Long, Long> seen) throws SQLException {
    if (users.isEmpty()) {
      return;
    }
    Connection connection = sql.connection();
    try (PreparedStatement make =
        connection.prepareStatement(
            "CREATE TEMPORARY TABLE IF NOT EXISTS muster_changes"
                + " (LIKE users) ON COMMIT DELETE ROWS")) {
      make.execute();
    }
    try (PreparedStatement clear =
        connection.prepareStatement("DELETE FROM pg_temp.muster_changes")) {
      clear.execute();
    }
    CopyRows.send(
        connection,
        "pg_temp.muster_changes",
        CopiedUser.COLUMNS,
        out -> {
          JsonBytes room = ProfileText.room();
          for (User user : users) {
            CopiedUser.write(user, seen.getOrDefault(user.id(), NOT_SEEN), room, out);
          }
        });
    try (PreparedStatement update = connection.prepareStatement(UPDATE_USERS)) {
      int count = update.executeUpdate();
      if (count != users.size()) {
        throw new SQLException("users were changed meanwhile", "40001");
      }
    }
  }

  @Override
  public List<KeyRow> addFree(List<KeyRow> rows) {
    return sql.attempt(() -> PostgresKeys.addFree(sql.connection(), rows));
  }

  @Override
  public void lock(long userId) {
    sql.execute("SELECT 1 FROM users WHERE id = ? FOR UPDATE", userId);
  }

  @Override
  public boolean delete(User user, List<KeyRow> keys) {
    return sql.attempt(
        () -> {
          int deleted =
              sql.execute(
                  "DELETE FROM users WHERE id = ? AND revision = ?",
                  user.id(),
                  revisions.getOrDefault(user.id(), NOT_SEEN));
          PostgresKeys.drop(sql.connection(), keys);
          return deleted == 1;
        });
  }
}
