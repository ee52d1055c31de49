package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusterTest {

  @TempDir Path folder;

  @Test
  void withoutArgumentsItExplainsItselfAndRefuses() {
    Run run = Run.of(folder);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("First steps:").contains("  import ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "version", "--version", "help import"})
  void whoAsksForHelpGetsItOnStandardOutput(String words) {
    Run run = Run.of(folder, words.split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out()).containsIgnoringCase("muster");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "imprt x, there is no command muster imprt; did you mean import?",
        "users shw, there is no command muster users shw; did you mean show?",
        "import --dryrun x, muster import has no option --dryrun; did you mean --dry-run?",
        "import --format=csv --xyzzy=1, muster import has no option --xyzzy",
        "users, \"muster users needs a command: show, list, count, verify\"",
        "users show, muster users show needs LOGIN",
        "help usrs, there is no command muster usrs; did you mean users?",
        "import --details some x, there is no 'some'; there are all",
        "users count --realm, --realm"
      })
  void badUsageIsOneClearLineWithWhatWasProbablyMeant(String words, String message) {
    Run run = Run.of(folder, words.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElseThrow()).contains(message);
    assertThat(run.err()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "import ~, the FILE is an empty name",
    "import x.csv --realm ~, the NAME of --realm is empty",
    "import x.csv --report ~, the FILE of --report is empty",
    "import x.csv --rejects=~, the FILE of --rejects is empty",
    "import x.csv --encoding ~, the NAME of --encoding is empty",
    "--db ~ users list, the URL of --db is empty",
    "users list --config ~, the FILE of --config is empty",
  })
  void anEmptyValueIsOneThatIsMissing(String words, String message) {
    Run run = Run.of(folder, words.replace("~", "").split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("muster: " + message).contains("variable of the shell");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoLooksForNothingFindsNothing() {
    assertThat(Run.of(folder, "db", "migrate").status()).isZero();
    assertThat(Run.of(folder, "users", "show", "").status()).isEqualTo(1);
  }

  @Test
  void badUsageNamesTheHelpOfItsCommand() {
    assertThat(Run.of(folder, "import", "--foo").err()).contains("see muster import --help");
  }

  @Test
  void badUsageOfAnImportIsADocumentForPrograms() {
    Run run = Run.of(folder, "import", "--json", "--foo");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.document().get("id")).isEqualTo(Value.NULL);
    assertThat(run.out()).contains("\"status\":\"failed\"").contains("\"code\":\"usage\"");
  }

  @Test
  void aNewDatabaseIsForItsOwnerOnly() throws Exception {
    assertThat(Run.of(folder, "realms", "create", "x").status()).isZero();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("muster.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void soIsOneWhereALinkLeads() throws Exception {
    Files.createSymbolicLink(folder.resolve("muster.db"), Path.of("elsewhere.db"));
    assertThat(Run.of(folder, "realms", "create", "x").status()).isZero();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("elsewhere.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() {
    assertThat(Run.of(folder, "--db", "sqlite:a.db", "realms", "create", "x").status()).isZero();
    assertThat(Run.of(folder, "realms", "create", "y", "--db", "sqlite:a.db").status()).isZero();

    assertThat(folder.resolve("a.db")).exists();
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  @Test
  void wordsThatNameCommandsMayStandElsewhere() throws Exception {
    Files.writeString(folder.resolve("import"), "database: sqlite:x.db");
    String[] create = {"realms", "create", "users", "--config", "import"};
    assertThat(Run.of(folder, create).status()).isZero();
    assertThat(folder.resolve("x.db")).exists();
    assertThat(Run.of(folder, "users", "count", "--config", "import").out()).contains("0");
  }

  @Test
  void aWordThatIsNoCommandIsComparedWithAll() {
    assertThat(Run.of(folder, "user", "count").err()).contains("did you mean users?");
    assertThat(Run.of(folder, "hlep", "import").err()).contains("did you mean help?");
    assertThat(Run.of(folder, "imprt", "users").err()).contains("did you mean import?");
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsNoListOfArguments() throws Exception {
    Files.writeString(folder.resolve("list"), "--version");
    assertThat(Run.of(folder, "db", "migrate").status()).isZero();

    assertThat(Run.of(folder, "users", "show", "@list").status()).isEqualTo(1);
  }

  @Test
  void aStackTraceIsShownToWhoAsksForIt() {
    String[] words = {"users", "count", "--config", "none.yml"};

    assertThat(Run.of(folder, words).err()).doesNotContain("\tat ");
    assertThat(Run.of(folder, words[0], words[1], words[2], words[3], "--debug").err())
        .contains("there is no settings file")
        .contains("\tat ");
  }

  @Test
  void aDatabaseIsNamedByTheEnvironmentByTheSettingsOrByAnAlias() throws Exception {
    Run.file(folder, "muster.yml", "database: old", "databases: {old: 'sqlite:old.db'}");
    assertThat(Run.of(folder, "realms", "create", "x").status()).isZero();
    assertThat(folder.resolve("old.db")).exists();

    Map<String, String> environment = Map.of("MUSTER_DB", "sqlite:env.db", "MUSTER_CONFIG", "");
    Run run = Run.in(folder, new byte[0], environment, Interrupts.NONE, "realms", "create", "x");
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("env.db")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://user:secret@host/db",
        "jdbc:postgresql://host/db?user=u&password=secret",
        "muster.db",
        "sqlite:"
      })
  void aDatabaseThatThereCannotBeIsRefusedWithoutItsPassword(String database) {
    Run run = Run.of(folder, "users", "count", "--db", database);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--db sqlite:muster.db").doesNotContain("secret");
  }

  @Test
  void aDatabaseThatIsDamagedIsABrokenWorldWithARemedy() throws Exception {
    Files.writeString(folder.resolve("x.db"), "SQLite format 3\0" + "?".repeat(5000));

    Run run = Run.of(folder, "users", "count", "--db", "sqlite:x.db");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("x.db is not a SQLite database, or it is damaged")
        .contains("--db");
  }

  @Test
  void aFileThatIsNoDatabaseIsBadUsage() throws Exception {
    Run.file(folder, "users.csv", "username key", "ada");

    Run run = Run.of(folder, "import", "users.csv", "--db", "sqlite:users.csv", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("users.csv is not a SQLite database: name ").contains("--db");
    assertThat(run.out()).contains("\"code\":\"usage\"");
    assertThat(folder.resolve("users.csv")).hasContent("username key\nada\n");
  }

  @Test
  void aDatabaseOfAnotherProgramIsBadUsageAndStaysAsItIs() throws Exception {
    Path file = folder.resolve("notes.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE notes (text)");
    }
    byte[] before = Files.readAllBytes(file);

    Run run = Run.of(folder, "users", "count", "--db", "sqlite:notes.db");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("notes.db is the SQLite database of another program: name ")
        .hasLineCount(1);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void anEmptyDatabaseBecomesADirectory() throws Exception {
    Files.createFile(folder.resolve("x.db"));

    assertThat(Run.of(folder, "users", "count", "--db", "sqlite:x.db").status()).isEqualTo(2);
    assertThat(folder.resolve("x.db")).isEmptyFile();
    assertThat(Run.of(folder, "db", "migrate", "--db", "sqlite:x.db").status()).isZero();
    assertThat(Run.of(folder, "users", "count", "--db", "sqlite:x.db").out()).isEqualTo("0\n");
  }

  @Test
  void settingsThatAreNoneNameThePlace() throws Exception {
    Run.file(folder, "muster.yml", "relms: {}");
    Run run = Run.of(folder, "users", "count");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("unknown key relms; did you mean realms?");
  }
}
