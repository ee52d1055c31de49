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

/** Checks, without changing the file, whether it can be opened as a SQLite directory. */
public final class DatabaseFile {

  /** The header of every SQLite file (https://sqlite.org/fileformat.html, section 1.3.1). */
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final String FOREIGN_TABLES =
      """
      SELECT count(*) > 0 AND NOT coalesce(max(name = 'flyway_schema_history'), 0)
      FROM sqlite_master
      """;

  private DatabaseFile() {}

  /**
   * Why a file can't be used as a directory: it isn't a SQLite database, or belongs to another
   * program. Empty if it is a directory or can become one, and if the file can't be read.
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
      return Optional.empty(); // opening the database will fail likewise, with a better message
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
