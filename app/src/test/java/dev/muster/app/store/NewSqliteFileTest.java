package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
    }
    assertThat(SCRIPT).hasContent(script(migrated));
    Path begun = folder.resolve("begun.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + begun)) {
      NewSqliteFile.begin(connection);
    }
    assertThat(script(begun)).isEqualTo(script(migrated));
  }

  @Test
  void laterMigrationsFindTheirPlaceInTheHistory() throws SQLException {
    Path begun = folder.resolve("begun.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + begun)) {
      NewSqliteFile.begin(connection);
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
      NewSqliteFile.begin(connection);
      assertThat(column(connection, "SELECT name FROM sqlite_master")).containsExactly("theirs");
    }
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
