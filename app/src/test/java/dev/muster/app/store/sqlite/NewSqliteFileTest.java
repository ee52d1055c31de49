package dev.muster.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new file is what the migrations would have made of it. {@code -Dmuster.write=true} writes the
 * script anew, from the migrations.
 */
class NewSqliteFileTest {

  private static final Path SCRIPT = Path.of("src/main/resources" + NewSqliteFile.SCRIPT);

  private static final String HISTORY =
      "installed_rank, version, description, type, script, checksum, success";

  @TempDir private Path folder;

  @Test
  void theScriptLeavesWhatTheMigrationsLeave() throws IOException, SQLException {
    Path migrated = folder.resolve("migrated.db");
    SqliteSchema.migrate(migrated);
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(SCRIPT, script(migrated));
      return; // the class path has the old one still
    }
    assertThat(SCRIPT).hasContent(script(migrated));
    Path begun = folder.resolve("begun.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + begun)) {
      NewSqliteFile.begin(connection, new SqliteErrors(folder));
    }
    assertThat(script(begun)).isEqualTo(script(migrated));
  }

  @Test
  void laterMigrationsFindTheirPlaceInTheHistory() throws SQLException {
    Path begun = folder.resolve("begun.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + begun)) {
      NewSqliteFile.begin(connection, new SqliteErrors(folder));
    }
    String before = script(begun);
    SqliteSchema.migrate(begun); // compares checksums, and finds nothing to do
    assertThat(script(begun)).isEqualTo(before);
  }

  @Test
  void tablesThatAreThereAreLeftAlone() throws SQLException {
    Path theirs = folder.resolve("theirs.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + theirs)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE theirs (x)");
      }
      NewSqliteFile.begin(connection, new SqliteErrors(folder));
      assertThat(column(connection, "SELECT name FROM sqlite_master")).containsExactly("theirs");
    }
  }

  /** When the disk is full, SQLite undoes the transaction and has nothing left to roll back. */
  @Test
  void aFailedCommitIsToldAsItWas() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("full.db"))) {
      Connection full = withStatements(connection, NewSqliteFileTest::onFullDisk);
      assertThatThrownBy(() -> NewSqliteFile.begin(full, new SqliteErrors(folder)))
          .hasMessage("disk full");
      assertThat(column(connection, "SELECT name FROM sqlite_master")).isEmpty();
    }
  }

  private static Statement onFullDisk(Statement statement) {
    return (Statement)
        Proxy.newProxyInstance(
            Statement.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0].equals("COMMIT")) {
                statement.execute("ROLLBACK");
                throw new SQLException("disk full");
              }
              try {
                return method.invoke(statement, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Connection withStatements(
      Connection connection, UnaryOperator<Statement> statements) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("createStatement")
                    ? statements.apply(connection.createStatement())
                    : method.invoke(connection, arguments));
  }

  private static String script(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      StringBuilder script =
          new StringBuilder("-- The tables as the migrations in sqlite/ leave them. ")
              .append("Made by NewSqliteFileTest.\n");
      for (String sql :
          column(
              connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")) {
        script.append('\n').append(sql).append(";\n");
      }
      for (String name :
          column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")) {
        if (name.equals("flyway_schema_history")) {
          history(connection, script);
        } else {
          assertThat(column(connection, "SELECT * FROM " + name)).as(name).isEmpty();
        }
      }
      return script.toString();
    }
  }

  private static void history(Connection connection, StringBuilder script) throws SQLException {
    for (String values :
        column(
            connection,
            "SELECT installed_rank || ', ' || quote(version) || ', ' || quote(description) || ', '"
                + " || quote(type) || ', ' || quote(script) || ', ' || checksum || ', ' || success"
                + " FROM flyway_schema_history ORDER BY installed_rank")) {
      script
          .append("\nINSERT INTO flyway_schema_history\n  (")
          .append(HISTORY)
          .append(", installed_by, execution_time)\n  VALUES (")
          .append(values)
          .append(", '', 0);\n");
    }
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
