package dev.muster.app.store.postgres;

import dev.muster.app.store.directory.OtherNumbers;
import dev.muster.app.store.directory.TemporaryIndex;
import dev.muster.app.store.sql.Sql;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An index in a temporary table of the session, filled at the start of the run. It doesn't see what
 * other imports write to these attributes meanwhile; an attribute that needs this must be declared
 * unique.
 *
 * <p>The index holds hashes of the keys, because PostgreSQL can't index long texts. The texts stand
 * beside them, so that equal hashes of different keys do no harm.
 */
final class PostgresTemporaryIndex implements TemporaryIndex {

  private static final String TABLE = "pg_temp.muster_run_keys";

  private static final String ADD =
      "INSERT INTO "
          + TABLE
          + " (key, user_id, realm, hash) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String REMOVE =
      "DELETE FROM " + TABLE + " WHERE hash = ? AND user_id = ? AND key = ?";

  /** Casts to json, not jsonb, because json keeps the text of numbers unchanged. */
  private static final String VALUES =
      """
      (SELECT id, realm, profile::json #>> ARRAY[?, ?] AS value,
              json_typeof(profile::json #> ARRAY[?, ?]) AS kind FROM users) AS all_values
      """;

  private static final String FIND =
      """
      SELECT k.key, k.user_id, k.realm
        FROM unnest(?::text[]) AS wanted(key)
        JOIN pg_temp.muster_run_keys AS k ON k.key = wanted.key AND k.hash =\s"""
          + hash("wanted.key");

  private final Sql sql;
  private final Set<String> paths;
  private boolean gathered;

  private PostgresTemporaryIndex(Sql sql, Set<String> paths) {
    this.sql = sql;
    this.paths = Set.copyOf(paths);
  }

  /** The same as {@link KeyHash#bytes} in SQL. */
  private static String hash(String key) {
    return "substr(sha256(convert_to(" + key + ", 'UTF8')), 1, 16)";
  }

  static TemporaryIndex of(Sql sql, Set<String> paths) {
    return paths.isEmpty() ? NONE : new PostgresTemporaryIndex(sql, paths);
  }

  @Override
  public Set<String> paths() {
    return paths;
  }

  @Override
  public void refresh() {
    boolean there =
        sql.number("SELECT count(*) FROM pg_class WHERE oid = to_regclass('" + TABLE + "')") > 0;
    if (there && gathered) {
      return;
    }
    sql.execute("DROP TABLE IF EXISTS " + TABLE);
    sql.execute(
        """
        CREATE TEMPORARY TABLE muster_run_keys (
          key text COLLATE "C" NOT NULL, user_id bigint NOT NULL, realm int NOT NULL,
          hash bytea NOT NULL,
          PRIMARY KEY (hash, user_id))""");
    paths.forEach(this::gather);
    gathered = true;
  }

  private void gather(String path) {
    int dot = path.indexOf('.');
    String place = path.substring(0, dot);
    String name = path.substring(dot + 1);
    sql.execute(
        """
        INSERT INTO pg_temp.muster_run_keys (key, user_id, realm, hash)
        SELECT key, id, realm,\s"""
            + hash("key")
            + " FROM (SELECT ? || value AS key, id, realm FROM "
            + VALUES
            + """
             WHERE value <> '' AND (kind IN ('string', 'boolean') OR (kind = 'number' AND\s"""
            + TemporaryIndex.plainNumber("~ '^-?[0-9]+$'")
            + "))) AS found",
        Key.ofAttribute(path, "").text(),
        place,
        name,
        place,
        name);
    new OtherNumbers(path)
        .gather(
            after ->
                sql.list(
                    "SELECT value, id, realm FROM "
                        + VALUES
                        + " WHERE id > ? AND kind = 'number' AND NOT "
                        + TemporaryIndex.plainNumber("~ '^-?[0-9]+$'")
                        + " ORDER BY id LIMIT "
                        + OtherNumbers.AT_ONCE,
                    OtherNumbers::read,
                    place,
                    name,
                    place,
                    name,
                    after),
            rows ->
                sql.attempt(
                    () -> batch(ADD, rows.stream().map(PostgresTemporaryIndex::hashed).toList())));
  }

  /** A row with the key's hash added to the key, user number and realm number. */
  private static Object[] hashed(Object[] row) {
    return new Object[] {row[0], row[1], row[2], new Key((String) row[0]).hash().bytes()};
  }

  @Override
  public void find(Collection<Key> keys, BiConsumer<Key, Owner> found) {
    String[] wanted = keys.stream().filter(Key::isAttribute).map(Key::text).toArray(String[]::new);
    if (wanted.length == 0) {
      return;
    }
    sql.each(
        FIND,
        row -> {
          found.accept(new Key(row.getString(1)), new Owner(row.getLong(2), row.getInt(3)));
          return true;
        },
        (Object) wanted);
  }

  @Override
  public void update(Collection<UserChange> changes) {
    if (!gathered) {
      return; // refresh() will read them
    }
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> come = new ArrayList<>();
    for (UserChange change : changes) {
      long id = change.after().id();
      Set<Key> old = new HashSet<>();
      Set<Key> now = new HashSet<>();
      if (change.before() != null) {
        DirectoryView.keysOf(change.before().account(), paths, old::add);
      }
      DirectoryView.keysOf(change.after().account(), paths, now::add);
      old.stream()
          .filter(key -> key.isAttribute() && !now.contains(key))
          .forEach(key -> gone.add(new Object[] {key.hash().bytes(), id, key.text()}));
      now.stream()
          .filter(key -> key.isAttribute() && !old.contains(key))
          .forEach(key -> come.add(hashed(new Object[] {key.text(), id, change.after().realm()})));
    }
    sql.attempt(
        () -> {
          batch(REMOVE, gone);
          return batch(ADD, come);
        });
  }

  private boolean batch(String statement, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return false;
    }
    try (PreparedStatement batch = sql.connection().prepareStatement(statement)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          batch.setObject(i + 1, row[i]);
        }
        batch.addBatch();
      }
      batch.executeBatch();
      return true;
    }
  }

  @Override
  public void close() {
    // the table is dropped with the session
  }
}
