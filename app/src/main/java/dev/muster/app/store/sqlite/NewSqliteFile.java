package dev.muster.app.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Creates the tables of an empty file with one script. They are the same as the migrations would
 * make, including Flyway's history table; a test compares them. Starting Flyway would take a third
 * of a second, longer than importing a few users.
 */
final class NewSqliteFile {

  /** The SQL script, a resource. */
  static final String SCRIPT = "/db/sqlite-new.sql";

  private NewSqliteFile() {}

  /** Creates the tables, unless the file has tables already. */
  static void begin(Connection connection, SqliteErrors errors) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!isEmpty(statement)) {
        return;
      }
      statement.execute("BEGIN IMMEDIATE");
      boolean made = false;
      try {
        if (isEmpty(statement)) { // another process may have made them meanwhile
          statement.executeUpdate(script());
        }
        statement.execute("COMMIT");
        made = true;
      } finally {
        if (!made) {
          rollBack(statement, errors);
        }
      }
    }
  }

  /** Rolls back. That fails if SQLite has already done so, as it does on a full disk. */
  private static void rollBack(Statement statement, SqliteErrors errors) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }

  private static boolean isEmpty(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
      return rows.getInt(1) == 0;
    }
  }

  private static String script() {
    try (InputStream in = NewSqliteFile.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("the program is damaged: it lacks " + SCRIPT);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
