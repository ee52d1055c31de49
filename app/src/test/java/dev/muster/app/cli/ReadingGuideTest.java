package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL of docs/guides/reading-the-directory.md runs, and finds what was imported. */
class ReadingGuideTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guides/reading-the-directory.md");
  private static final Pattern SQL =
      Pattern.compile("```sql\n-- ([a-z ]+)\n(.*?);\n```", Pattern.DOTALL);
  private static final String HASH =
      "bcrypt$$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theStatementsOfThePageFindTheUsers(TestDatabases database) throws Exception {
    String address = database.emptyDirectory(folder);
    Run.file(
        folder,
        "people.csv",
        "email key,first_name,password_hash,_role_name",
        "ann@example.com,Ann," + HASH + ",editor");
    assertThat(Run.of(folder, "roles", "create", "editor", "--db", address).status()).isZero();
    assertThat(Run.of(folder, "import", "people.csv", "--db", address).status()).isZero();

    List<String> rows = new ArrayList<>();
    Matcher block = SQL.matcher(Files.readString(PAGE));
    while (block.find()) {
      if (block.group(1).contains(database.name().toLowerCase(Locale.ROOT))) {
        rows.add(row(database, address, block.group(2)));
      }
    }

    assertThat(rows)
        .containsExactly(
            "ann@example.com|Ann|[\"editor\"]",
            "ann@example.com|{bcrypt}$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
  }

  private static String row(TestDatabases database, String address, String sql) throws Exception {
    try (Connection connection = database.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).as(sql).isTrue();
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        cells.add(rows.getString(i));
      }
      return String.join("|", cells);
    }
  }
}
