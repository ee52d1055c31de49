package dev.muster.app.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Looks at a file before it is opened as a directory, which changes it. Changes nothing. */
public final class DatabaseFile {

  /** What every database starts with (https://sqlite.org/fileformat.html, section 1.3.1). */
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final String FOREIGN_TABLES =
      """
      SELECT count(*) > 0 AND NOT coalesce(max(name = 'flyway_schema_history'), 0)
      FROM sqlite_master
      """;

  private DatabaseFile() {}

  /**
   * Why a file can't be meant: it is something else. Empty for a directory, for a file that can
   * become one, and where only opening it can tell.
   */
  public static Optional<String> obstacle(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      if (!startsAsDatabase(file)) {
        return Optional.of(file + " is not a SQLite database");
      }
      return hasForeignTables(file)
          ? Optional.of(file + " is the SQLite database of another program")
          : Optional.empty();
    } catch (IOException | SQLException e) {
      return Optional.empty(); // whoever opens it meets the same and explains it
    }
  }

  private static boolean startsAsDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static boolean hasForeignTables(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FOREIGN_TABLES)) {
      return rows.getBoolean(1);
    }
  }
}
