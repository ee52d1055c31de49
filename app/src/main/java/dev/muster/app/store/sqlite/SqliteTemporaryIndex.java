package dev.muster.app.store.sqlite;

import dev.muster.app.json.JsonText;
import dev.muster.app.store.directory.OtherNumbers;
import dev.muster.app.store.directory.TemporaryIndex;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** An index in an attached temporary database, rebuilt after others have written users. */
final class SqliteTemporaryIndex implements TemporaryIndex {

  private static final String FIND =
      """
      SELECT k.key, k.user_id, k.realm
        FROM json_each(?) AS wanted
        JOIN run.keys AS k ON k.key = wanted.value""";

  private static final String ADD =
      "INSERT OR IGNORE INTO run.keys (key, user_id, realm) VALUES (?, ?, ?)";

  private static final String INTEGER = "NOT GLOB '*[^0-9-]*'";

  private final Sql sql;
  private final OtherWrites otherWrites;
  private final Set<String> paths;
  private final TemporaryFolder folder;

  private SqliteTemporaryIndex(
      Sql sql, OtherWrites otherWrites, Set<String> paths, TemporaryFolder folder) {
    this.sql = sql;
    this.otherWrites = otherWrites;
    this.paths = Set.copyOf(paths);
    this.folder = folder;
  }

  /**
   * Creates an index of these attribute paths; {@link #NONE} if there are none. Call it outside
   * transactions.
   */
  static TemporaryIndex of(Sql sql, OtherWrites otherWrites, Set<String> paths) {
    if (paths.isEmpty()) {
      return NONE;
    }
    try {
      TemporaryFolder folder = TemporaryFolder.make("lookups");
      try {
        sql.execute("ATTACH DATABASE ? AS run", folder.file("keys.db").toString());
        sql.execute("PRAGMA run.journal_mode = MEMORY");
        sql.execute("PRAGMA run.synchronous = OFF");
        sql.execute(
            """
            CREATE TABLE run.keys (
              key TEXT NOT NULL, user_id INTEGER NOT NULL, realm INTEGER NOT NULL,
              PRIMARY KEY (key, user_id)) WITHOUT ROWID""");
        // in the file, so that a transaction that is rolled back takes it back with the keys
        sql.execute("CREATE TABLE run.gathered (version INTEGER NOT NULL)");
        sql.execute("INSERT INTO run.gathered (version) VALUES (-1)");
      } catch (RuntimeException e) {
        folder.close();
        throw e;
      }
      return new SqliteTemporaryIndex(sql, otherWrites, paths, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file can be made", e);
    }
  }

  @Override
  public Set<String> paths() {
    return paths;
  }

  @Override
  public void refresh() {
    long version = otherWrites.version();
    if (version == sql.number("SELECT version FROM run.gathered")) {
      return;
    }
    sql.execute("DELETE FROM run.keys");
    paths.forEach(this::gather);
    sql.execute("UPDATE run.gathered SET version = ?", version);
  }

  private void gather(String path) {
    String place = jsonPath(path);
    sql.execute(
        """
        INSERT INTO run.keys (key, user_id, realm)
        SELECT ? || value, id, realm FROM (
          SELECT id, realm, json_type(profile, ?2) AS kind,
                 CASE json_type(profile, ?2)
                   WHEN 'text' THEN nullif(json_extract(profile, ?2), '')
                   WHEN 'object' THEN NULL
                   WHEN 'array' THEN NULL
                   WHEN 'null' THEN NULL
                   ELSE profile -> ?2
                 END AS value
            FROM users)
         WHERE value IS NOT NULL AND (kind NOT IN ('integer', 'real') OR\s"""
            + TemporaryIndex.plainNumber(INTEGER)
            + ")",
        Key.ofAttribute(path, "").text(),
        place);
    new OtherNumbers(path)
        .gather(
            after ->
                sql.list(
                    """
                    SELECT value, id, realm FROM (
                      SELECT id, realm, json_type(profile, ?1) AS kind, profile -> ?1 AS value
                        FROM users WHERE id > ?2)
                     WHERE kind IN ('integer', 'real') AND NOT\s"""
                        + TemporaryIndex.plainNumber(INTEGER)
                        + " ORDER BY id LIMIT "
                        + OtherNumbers.AT_ONCE,
                    OtherNumbers::read,
                    place,
                    after),
            rows -> rows.forEach(row -> sql.execute(ADD, row)));
  }

  @Override
  public void find(Collection<Key> keys, BiConsumer<Key, Owner> found) {
    Value wanted =
        new Value.Array(
            keys.stream().filter(Key::isAttribute).map(key -> Value.of(key.text())).toList());
    sql.each(
        FIND,
        row -> {
          found.accept(new Key(row.getString(1)), new Owner(row.getLong(2), row.getInt(3)));
          return true;
        },
        JsonText.of(wanted));
  }

  @Override
  public void update(Collection<UserChange> changes) {
    for (UserChange change : changes) {
      Set<Key> old = new HashSet<>();
      Set<Key> now = new HashSet<>();
      if (change.before() != null) {
        DirectoryView.keysOf(change.before().account(), paths, old::add);
      }
      DirectoryView.keysOf(change.after().account(), paths, now::add);
      for (Key key : old) {
        if (key.isAttribute() && !now.contains(key)) {
          sql.execute(
              "DELETE FROM run.keys WHERE key = ? AND user_id = ?",
              key.text(),
              change.after().id());
        }
      }
      for (Key key : now) {
        if (key.isAttribute() && !old.contains(key)) {
          sql.execute(ADD, key.text(), change.after().id(), change.after().realm());
        }
      }
    }
  }

  @Override
  public void close() {
    try (folder) {
      sql.execute("DETACH DATABASE run");
    } catch (IOException e) {
      // TemporaryFolder.make removes leftovers.
    }
  }

  private static String jsonPath(String path) {
    int dot = path.indexOf('.');
    return "$." + path.substring(0, dot) + ".\"" + path.substring(dot + 1) + "\"";
  }
}
