package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is resumed keeps the settings that it began with. */
class ResumeSettingsTest {

  /** A second signal as soon as anybody listens. */
  private static final Interrupts AT_ONCE =
      ask -> {
        assertThat(ask.getAsBoolean()).as("nothing was begun yet").isFalse();
        return () -> {};
      };

  private static final String PHONE = "attributes: [{name: phone, kind: phone_number}]";
  private static final int RECORDS = 50;

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private Path database;

  @BeforeEach
  void writeFiles() throws IOException {
    database = folder.resolve("muster.db").toAbsolutePath();
    country("FR");
    List<String> lines = new ArrayList<>(List.of("username key,phone"));
    for (int i = 10; i < 10 + RECORDS; i++) {
      lines.add("user" + i + ",06123456" + i);
    }
    Files.write(folder.resolve("users.csv"), lines);
  }

  private void country(String code) throws IOException {
    settings(PHONE, "default_country: " + code);
  }

  private void settings(String... lines) throws IOException {
    Files.writeString(folder.resolve("muster.yml"), String.join("\n", lines));
  }

  private String interruptedImport(String... options) {
    List<String> words = new ArrayList<>(List.of("import", "users.csv", "--json"));
    words.addAll(List.of(options));
    Run run = Run.in(folder, new byte[0], Map.of(), AT_ONCE, words.toArray(String[]::new));
    assertThat(run.status()).isEqualTo(130);
    return String.valueOf(run.document().text("id"));
  }

  private void assertFrenchUsersCame(Run run, String id) {
    assertThat(run.err()).doesNotContain("refused");
    assertThat(run.status()).isZero();
    assertThat(run.document().text("id")).isEqualTo(id);
    assertThat(((Struct) run.document().get("summary")).get("inserted"))
        .isEqualTo(Value.of(RECORDS));
    assertThat(Run.of(folder, "users", "show", "user10", "--json").out())
        .contains("\"phone\":\"+33612345610\"");
  }

  @Test
  void anotherDefaultCountryIsNotUsedAndSaidSo() throws Exception {
    String id = interruptedImport();
    country("DE");

    Run run = Run.of(folder, "imports", "resume", id, "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
    assertThat(run.err())
        .contains("import " + id + " keeps the settings that it began with")
        .contains("default_country was FR and is DE in " + folder.resolve("muster.yml"));
  }

  @Test
  void theSameSettingsNeedNoWord() throws Exception {
    String id = interruptedImport();
    settings("default_country: FR", "databases: {}", PHONE);

    Run run = Run.of(folder, "imports", "resume", id, "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void fromAnotherFolderAnImportResumesWithItsSettings() {
    String id = interruptedImport();

    Run run =
        Run.of(
            elsewhere,
            "imports",
            "resume",
            id,
            "--db",
            "sqlite:" + database,
            "--json",
            "--details",
            "none");

    assertFrenchUsersCame(run, id);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theCommandThatIsPrintedWorksInEveryFolder() {
    Run broken = Run.in(folder, new byte[0], Map.of(), AT_ONCE, "import", "users.csv");
    Matcher printed = Pattern.compile("muster (imports resume .*)").matcher(broken.err());
    assertThat(printed.find()).isTrue();
    assertThat(printed.group(1))
        .contains("--db sqlite:" + database)
        .contains("--config " + folder.resolve("muster.yml").toAbsolutePath());

    Run run = Run.of(elsewhere, (printed.group(1) + " --json").split(" "));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void settingsThatAreNamedAndDifferAreRefusedWithTheRemedy() throws Exception {
    String id = interruptedImport();
    Path german = elsewhere.resolve("german.yml");
    Files.writeString(german, PHONE + "\ndefault_country: DE");
    String[] words = {"imports", "resume", id, "--config", german.toString()};

    Run run = Run.of(folder, words);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("default_country was FR and is DE in " + german)
        .contains("--config " + folder.resolve("muster.yml").toAbsolutePath());
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");

    country("IT");
    assertThat(Run.of(folder, words).err())
        .contains("Resume it without --config")
        .doesNotContain("Resume it with --config");
  }

  @Test
  void attributesAndRulesOfUniquenessDecideToo() throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        default_country: FR
        realms: {default: {unique: {email: none}}}
        attributes: [{name: badge, unique: realm}, {name: desk}, {name: phone, kind: phone_number}]
        """);
    String id = interruptedImport();
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        default_country: FR
        realms: {default: {unique: {email: global}}, other: {}}
        attributes:
          - {name: phone, kind: phone_number}
          - {name: desk, label: Desk}
          - {name: badge, kind: integer}
        """);

    Run run = Run.of(folder, "imports", "resume", id, "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
    assertThat(run.err())
        .contains("attributes.badge.kind was string and is integer, ")
        .contains("attributes.badge.unique was realm and is none, ")
        .contains("realms.default.unique.email was none and is global")
        .doesNotContain("desk")
        .doesNotContain("other");
  }

  @Test
  void resumingByTheFileFindsTheImportThatBeganWithOtherSettings() throws Exception {
    String id = interruptedImport();
    country("DE");

    Run run = Run.of(folder, "import", "users.csv", "--resume", "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
    assertThat(run.err()).contains("default_country was FR and is DE");
    assertThat(Run.of(folder, "imports", "list").out().lines()).hasSize(2);
  }

  @Test
  void resumingByTheFileLeavesTheRulesOfTheRealmToTheSettingsOfTheImport() throws Exception {
    settings(PHONE, "default_country: FR", "realms: {default: {unique: {email: global}}}");
    String id = interruptedImport();
    String rules = rulesOfUniqueness();
    settings(PHONE, "default_country: FR", "realms: {default: {unique: {email: none}}}");

    Run run = Run.of(folder, "import", "users.csv", "--resume", "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
    assertThat(rulesOfUniqueness()).isEqualTo(rules).contains("\"email\":\"global\"");
  }

  private String rulesOfUniqueness() throws SQLException {
    try (Connection connection = DirectoryInvariants.connection("sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT uniqueness FROM realms")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void standardInputThatIsGivenAgainIsReadWithTheSettingsOfItsImport() throws Exception {
    byte[] input = Files.readAllBytes(folder.resolve("users.csv"));
    Run broken = Run.in(folder, input, Map.of(), AT_ONCE, "import", "-", "--json");
    String id = String.valueOf(broken.document().text("id"));
    country("DE");

    Run run = Run.with(folder, input, "import", "-", "--resume", "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
  }

  @Test
  void whatIsShownOfAnImportIsReadWithItsSettings() throws Exception {
    Files.writeString(folder.resolve("muster.yml"), "attributes: [{name: badge}]");
    Run.file(folder, "badges.csv", "username key,badge", "ada,b1", "a b,b2");
    Run done = Run.of(folder, "import", "badges.csv", "--json");
    String id = String.valueOf(done.document().text("id"));

    Run report = Run.of(elsewhere, "imports", "report", id, "--db", "sqlite:" + database);

    assertThat(report.err()).isEmpty();
    assertThat(report.out()).contains("\"name\":\"badge\"");
  }

  @Test
  void anImportOfAnOlderVersionTakesTheSettingsAtHand() throws Exception {
    String id = interruptedImport();
    try (java.sql.Connection connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("UPDATE jobs SET options = json_remove(options, '$.settings')");
    }

    Run run = Run.of(folder, "imports", "resume", id, "--json", "--details", "none");

    assertFrenchUsersCame(run, id);
  }

  @Test
  void aDocumentWhosePasswordsWouldBeHashedInAnotherWayIsRefused() throws Exception {
    Files.writeString(folder.resolve("muster.yml"), "passwords: {scheme: bcrypt}");
    Files.write(
        folder.resolve("users.json"),
        "{\"users\": {\"ada\": {\"password\": \"secret password\"}}}".getBytes(UTF_8));
    Run broken =
        Run.in(
            folder, new byte[0], Map.of(), AT_ONCE, "import", "users.json", "--format", "restauth");
    assertThat(broken.status()).isEqualTo(130);

    Run run = Run.of(elsewhere, "imports", "resume", "imp", "--db", "sqlite:" + database);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("passwords.scheme was bcrypt and is argon2id")
        .contains("Resume it with --config " + folder.resolve("muster.yml").toAbsolutePath());
    assertThat(Run.of(folder, "imports", "resume", "imp").status()).isZero();
  }
}
