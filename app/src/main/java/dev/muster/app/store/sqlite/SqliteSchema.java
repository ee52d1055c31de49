package dev.muster.app.store.sqlite;

import dev.muster.app.store.Schema;
import dev.muster.app.store.WaitListener;
import dev.muster.app.store.directory.KeyRules;
import dev.muster.app.store.jdbc.DirectoryId;
import dev.muster.apply.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/**
 * Creates or upgrades the tables of a SQLite file: an older file by Flyway's numbered migrations, a
 * new one by a single script.
 */
final class SqliteSchema {

  /** The number of the last migration under {@code db/sqlite}. */
  static final int VERSION = 15;

  /**
   * A try may fail because another process has just run one of the migrations. Failures because it
   * holds a lock don't count.
   */
  private static final int MIGRATION_TRIES = VERSION + 1;

  private SqliteSchema() {}

  /**
   * Creates or upgrades the tables.
   *
   * @throws StoreUnavailable if the file is of a newer version, or can't be upgraded
   */
  static void prepare(Path file, Connection connection, SqliteErrors errors) {
    try {
      NewSqliteFile.begin(connection, errors);
      int version = version(connection);
      Schema.requireKnown(file.toString(), version, VERSION);
      if (version < VERSION) {
        migrate(file, connection);
      }
      if (!begun(connection)) {
        beginDirectory(connection);
      }
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }

  /** The version of the tables. Tables of other programs are detected by {@link DatabaseFile}. */
  static Schema look(Connection connection) throws SQLException {
    int version = version(connection);
    return version == 0 || (version <= VERSION && !begun(connection))
        ? Schema.absent(VERSION)
        : Schema.of(version, VERSION);
  }

  /**
   * The version of the tables, 0 for none. It is queried directly, so that most runs need not start
   * Flyway.
   */
  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery(
              "SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")) {
        if (table.getInt(1) == 0) {
          return 0;
        }
      }
      try (ResultSet version =
          statement.executeQuery(
              "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history"
                  + " WHERE success")) {
        return version.getInt(1);
      }
    }
  }

  private static boolean begun(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM directory")) {
      return rows.getInt(1) > 0;
    }
  }

  /** Runs the migrations; retries while another process runs them at the same time. */
  private static void migrate(Path file, Connection connection) throws SQLException {
    SqliteBusyWait wait = new SqliteBusyWait(file, WaitListener.SILENT);
    int failures = 0;
    for (int tries = 0; true; tries++) {
      try {
        migrate(file);
        return;
      } catch (FlywayException e) {
        int version = version(connection);
        if (version == VERSION) {
          return;
        }
        failures += isBusy(e) ? 0 : 1;
        if (version > VERSION || failures >= MIGRATION_TRIES || !wait.goesOn(tries)) {
          throw new StoreUnavailable(
              "the tables of the database " + file + " can't be made: " + e.getMessage(),
              "Check that the file is a Muster database and can be written; restore a backup if"
                  + " not.",
              e);
        }
      }
    }
  }

  private static boolean isBusy(Throwable failure) {
    return failure instanceof SQLException sql
        ? SqliteErrors.isBusy(sql)
        : failure.getCause() != null && isBusy(failure.getCause());
  }

  /** Runs the migrations that a file lacks. */
  static void migrate(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    source.setBusyTimeout(15_000);
    Flyway.configure().dataSource(source).locations("classpath:db/sqlite").load().migrate();
  }

  private static void beginDirectory(Connection connection) throws SQLException {
    for (String sql :
        List.of(
            // the row of directory last: it marks the migration as complete
            "INSERT OR IGNORE INTO realms (number, name, uniqueness) VALUES (1, 'default', '{}')",
            "INSERT OR IGNORE INTO directory"
                + " (number, id, next_user, created_at, fingerprint_key, key_form)"
                + " VALUES (1, '"
                + DirectoryId.make()
                + "', 1, CAST(unixepoch('subsec') * 1000 AS INTEGER), hex(randomblob(16)), "
                + KeyRules.FORM
                + ")")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
