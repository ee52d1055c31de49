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
 * Makes the tables of an empty file at one stroke. They are those that the migrations would leave
 * (a test sees to that), down to Flyway's own record of them; but to start Flyway takes a third of
 * a second, which is longer than importing a few users.
 */
final class NewSqliteFile {

  /** What the migrations leave, as SQL. */
  static final String SCRIPT = "/db/sqlite-new.sql";

  private NewSqliteFile() {}

  /** Makes the tables, unless there are tables already. */
  static void begin(Connection connection, SqliteErrors errors) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!isEmpty(statement)) {
        return;
      }
      statement.execute("BEGIN IMMEDIATE");
      boolean made = false;
      try {
        if (isEmpty(statement)) { // others may have waited for the same moment
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

  /** SQLite has done so by itself when the disk was full, and says that there is nothing to do. */
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
