package dev.muster.app.store;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.json.StoredJson;
import dev.muster.apply.StoreUnavailable;
import dev.muster.match.UserChange;
import dev.muster.user.Realm;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * PostgreSQL's way: look-ups by an array, new rows by binary COPY, changed ones by one statement
 * from a temporary table.
 *
 * <p>Nobody is locked out while a chunk is decided on. The index on {@code login_keys} refuses keys
 * that somebody else has taken since, and a user whose revision is another one than was seen is not
 * updated: either undoes the transaction, whose chunks are then decided on anew.
 */
final class PostgresTables implements DirectoryTables {

  /** The first number of the advisory locks that imports and changes of rules share. */
  static final int RULES_LOCK = 0x4d75_0001;

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

  private static final String KEY_COLUMNS = "key_high, key_low, scope, user_id, realm";

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

  private static final String DROP_KEYS =
      """
      DELETE FROM login_keys AS k
       USING unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS gone(key_high, key_low, scope)
       WHERE k.key_high = gone.key_high AND k.key_low = gone.key_low AND k.scope = gone.scope""";

  /** Marks an unconditional update, without a check of the revision. */
  private static final long NOT_SEEN = -1;

  private final Sql sql;
  private final AtomicLong overtaken = new AtomicLong();
  private Map<Long, Long> revisions = new HashMap<>();

  PostgresTables(Sql sql) {
    this.sql = sql;
  }

  /** Has the indexes used, and the realm's rules kept as they are. */
  @Override
  public void enter(Realm realm) {
    if (sql.transaction() > 0) {
      sql.execute(BY_INDEX + ", pg_advisory_xact_lock_shared(?, ?)", RULES_LOCK, realm.number());
      requireRules(realm);
    }
  }

  /** Keys written under outdated rules would not enforce uniqueness. */
  private void requireRules(Realm realm) {
    String stored =
        sql.first(
                "SELECT uniqueness FROM realms WHERE number = ?",
                row -> row.getString(1),
                realm.number())
            .orElse("{}");
    if (!StoredJson.parse(stored).equals(new KeyScopes(realm).rules())) {
      throw new StoreUnavailable(
          "the rules of uniqueness of realm " + realm.name() + " were changed by somebody else",
          "See that all use the same muster.yml, then go on: the import follows its rules.",
          new IllegalStateException("rules " + stored));
    }
  }

  /** Whoever is going to create users reserves their numbers before. */
  @Override
  public long version() {
    return overtaken.get() + sql.number("SELECT next_user FROM directory");
  }

  @Override
  public boolean aloneWithJob() {
    return sql.number("SELECT count(*) FROM jobs WHERE completed_at IS NULL") <= 1;
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

  /** Hands out the rows that a query finds for an array of numbers. */
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
    updated.sort(Comparator.comparingLong(User::id)); // two imports block, but never each other
    return () -> {
      try {
        update(updated, seen);
        drop(dropped);
        create(created);
        add(added);
      } catch (SQLException e) {
        overtaken.incrementAndGet();
        throw e;
      }
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

  private void drop(List<KeyRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Connection connection = sql.connection();
    try (PreparedStatement drop = connection.prepareStatement(DROP_KEYS)) {
      Long[] high = rows.stream().map(row -> row.key().high()).toArray(Long[]::new);
      Long[] low = rows.stream().map(row -> row.key().low()).toArray(Long[]::new);
      Long[] scope = rows.stream().map(KeyRow::scope).toArray(Long[]::new);
      drop.setArray(1, connection.createArrayOf("bigint", high));
      drop.setArray(2, connection.createArrayOf("bigint", low));
      drop.setArray(3, connection.createArrayOf("bigint", scope));
      drop.executeUpdate();
    }
  }

  /** In the index's order: its pages are visited once, and two imports seldom block each other. */
  private void add(List<KeyRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyRows.send(
        sql.connection(),
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
