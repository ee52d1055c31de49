package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.DirectoryInvariants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of uniqueness belong to the realms of a directory, not to who opens it. */
class RealmRulesTest {

  private static final String RULES =
      """
      attributes: [{name: badge, unique: realm}]
      realms: {default: {unique: {email: none}}}
      """;

  /** Rules are not spoken of. */
  private static final String NO_RULES = "attributes: [{name: badge}]\n";

  @TempDir Path folder;
  private Path elsewhere = Path.of("");
  private String address = "";

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void whoOnlyReadsChangesNothing(TestDatabases backing) throws Exception {
    begin(backing);
    run(folder, 0, "import", "people.csv");
    String id = "imp_";
    List<String> before = everything(backing);
    assertThat(rules(backing)).contains("\"email\":\"none\"", "custom_attributes.badge");
    Files.writeString(
        elsewhere.resolve("muster.yml"),
        NO_RULES + "realms: {default: {unique: {username: none}}, b: {}}");
    for (String[] words :
        new String[][] {
          {"imports", "report", id},
          {"imports", "show", id, "--json"},
          {"imports", "rejects", id},
          {"imports", "list"},
          {"users", "list"},
          {"users", "count"},
          {"groups", "list"},
          {"import", "people.csv", "--dry-run"}
        }) {
      Run run = Run.of(elsewhere, with(words));
      assertThat(run.status()).as(String.join(" ", words) + run.err()).isLessThan(2);
      if (!words[0].equals("import")) { // which makes the realms that its settings name
        assertThat(everything(backing)).as(String.join(" ", words)).isEqualTo(before);
      }
    }
    assertThat(rules(backing)).contains("\"email\":\"none\"", "custom_attributes.badge");
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void settingsThatDoNotSpeakOfRulesKeepThem(TestDatabases backing) throws Exception {
    begin(backing);
    run(folder, 0, "import", "people.csv");
    Files.writeString(elsewhere.resolve("muster.yml"), NO_RULES);
    Run.file(
        elsewhere, "more.csv", "username key,email,badge", "cy,same@example.com,3", "di,d@x.org,1");
    Run run = run(elsewhere, 1, "import", "more.csv");
    assertThat(run.err()).doesNotContain("changes its rules");
    assertThat(run.out())
        .contains("inserted    1", "failed      1"); // badge 1 is taken, the e-mail not
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void anImportThatChangesRulesSaysSo(TestDatabases backing) throws Exception {
    begin(backing);
    run(folder, 0, "import", "people.csv");
    Files.writeString(
        elsewhere.resolve("muster.yml"),
        "realms: {default: {unique: {email: none, username: global}}}");
    Run.file(elsewhere, "more.csv", "username key,email", "cy,same@example.com");
    assertThat(run(elsewhere, 0, "import", "more.csv").err())
        .contains("realm default changes its rules: username global (was realm)")
        .doesNotContain("badge");
    assertThat(rules(backing)).contains("\"username\":\"global\"", "custom_attributes.badge");
    assertThat(run(folder, 0, "journal", "--json").out().lines())
        .filteredOn(line -> line.contains("realm.rules_adopted"))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"actor\":\"cli:"));
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aDryRunDecidesByTheRulesThatAreAskedForAndKeepsThoseThatAre(TestDatabases backing)
      throws Exception {
    begin(backing);
    Files.writeString(folder.resolve("muster.yml"), NO_RULES);
    run(folder, 1, "import", "people.csv"); // the second has the e-mail of the first
    Files.writeString(folder.resolve("muster.yml"), RULES);
    Run.file(
        folder, "more.csv", "username key,email,badge", "cy,same@example.com,1", "di,d@x.org,");
    List<String> before = everything(backing);
    Run trial = run(folder, 1, "import", "more.csv", "--dry-run");
    assertThat(everything(backing)).isEqualTo(before);
    Run real = run(folder, 1, "import", "more.csv");
    assertThat(trial.out()).contains("inserted    1", "failed      1"); // the badge is taken
    assertThat(real.out()).contains("inserted    1", "failed      1");
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void applyMakesRealmsAndChangesRulesAndTells(TestDatabases backing) throws Exception {
    begin(backing);
    Files.writeString(folder.resolve("muster.yml"), NO_RULES);
    run(folder, 1, "import", "people.csv");
    Files.writeString(
        folder.resolve("muster.yml"),
        "attributes: [{name: badge, unique: realm}]\nrealms: {partners: {unique: {email: none}}}");
    assertThat(run(folder, 0, "realms", "apply", "--realm", "partners").out())
        .isEqualTo(
            "realm partners: email none (was realm), custom_attributes.badge realm (was none)\n");
    assertThat(run(folder, 0, "realms", "apply").out())
        .isEqualTo(
            "realm default: custom_attributes.badge realm (was none)\nrealm partners: unchanged\n");
    assertThat(run(folder, 2, "realms", "apply", "--realm", "partner").err())
        .contains("did you mean partners?");
    DirectoryInvariants.assertHold(folder, address);
    Files.writeString(folder.resolve("muster.yml"), RULES);
    Run.file(folder, "more.csv", "username key,email,badge", "cy,same@example.com,3");
    run(folder, 0, "import", "more.csv");
    Files.writeString(folder.resolve("muster.yml"), "realms: {default: {unique: {email: realm}}}");
    assertThat(run(folder, 2, "realms", "apply").err())
        .contains("same@example.com belongs to more than one user");
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aDirectoryThatIsNotThereIsNotMadeByLooking(TestDatabases backing) throws Exception {
    address = backing.emptyDatabase(folder);
    Files.writeString(folder.resolve("muster.yml"), "realms: {agent: {}}");
    for (String words :
        List.of(
            "users list",
            "users count",
            "imports list",
            "imports report x",
            "imports show x",
            "imports rejects x",
            "imports resume x",
            "imports cancel x",
            "groups list",
            "services list")) {
      Run run = Run.of(folder, with(words.split(" ")));
      assertThat(run.status()).as(words + run.err()).isEqualTo(2);
      assertThat(run.err()).as(words).contains("holds no directory yet", "import", "db migrate");
    }
    assertThat(Run.of(folder, with("users", "count")).out()).isEqualTo("0\n");
    // whoever is looked up is not there, as in an empty directory
    for (String words : List.of("users show ada", "services show vowi", "groups show staff")) {
      Run run = Run.of(folder, with(words.split(" ")));
      assertThat(run.status()).as(words + run.err()).isEqualTo(1);
      assertThat(run.err()).as(words).contains("holds no directory yet");
    }
    assertThat(folder.resolve("muster.db")).doesNotExist();
    run(folder, 0, "db", "migrate");
    assertThat(Run.of(folder, with("users", "count", "--realm", "agent")).status()).isEqualTo(2);
    run(folder, 0, "realms", "apply");
    assertThat(run(folder, 0, "users", "count", "--realm", "agent").out()).isEqualTo("0\n");
  }

  /** External ids know no realms: an import into one may reach a user of another. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aUserOfAnotherRealmKeepsToTheRulesOfItsOwn(TestDatabases backing) throws Exception {
    begin(backing);
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        realms: {default: {unique: {email: realm}}, partners: {unique: {email: none}}}
        """);
    Run.file(folder, "a.csv", "_source_name,_source_id,email", "hr,1,old@x.org", "hr,2,b@x.org");
    run(folder, 0, "import", "a.csv", "--realm", "partners");
    Run.file(folder, "b.csv", "_source_name,_source_id,email no-unique", "hr,1,new@x.org");
    run(folder, 0, "import", "b.csv");
    DirectoryInvariants.assertHold(folder, address);
    Run.file(folder, "b.csv", "_source_name,_source_id,email no-unique", "hr,1,b@x.org");
    run(folder, 0, "import", "b.csv"); // as another of its realm, where that is allowed
    DirectoryInvariants.assertHold(folder, address);
    Run.file(folder, "c.csv", "email key,first_name", "old@x.org,Old", "new@x.org,New");
    assertThat(run(folder, 0, "import", "c.csv", "--realm", "partners").out())
        .contains("inserted    2");
    DirectoryInvariants.assertHold(folder, address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void equalNumbersAreOneKey(TestDatabases backing) throws Exception {
    begin(backing);
    Files.delete(folder.resolve("muster.yml"));
    Run.file(
        folder,
        "people.ndjson",
        "{\"email\":\"a@x.org\",\"custom_attributes\":{\"badge\":1e3}}",
        "{\"email\":\"b@x.org\",\"custom_attributes\":{\"badge\":1e999999999}}",
        "{\"email\":\"c@x.org\",\"custom_attributes\":{\"badge\":-0}}",
        "{\"email\":\"d@x.org\",\"custom_attributes\":{\"badge\":12345678901234567890.120}}");
    run(folder, 0, "import", "people.ndjson", "--identifier", "email");
    Files.writeString(folder.resolve("muster.yml"), NO_RULES);
    Run.file(
        folder,
        "cards.csv",
        "badge key,first_name",
        "1000,Zed",
        "1e999999999,Yan",
        "0,Xia",
        "12345678901234567890.12,Wim");
    assertThat(run(folder, 0, "import", "cards.csv").out()).contains("updated     4");
    assertThat(run(folder, 0, "users", "count").out()).isEqualTo("4\n");
  }

  private void begin(TestDatabases backing) throws Exception {
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    address = backing.emptyDirectory(folder);
    Files.writeString(folder.resolve("muster.yml"), RULES);
    for (Path place : List.of(folder, elsewhere)) {
      Run.file(
          place,
          "people.csv",
          "username key,email,badge",
          "ada,same@example.com,1",
          "bob,same@example.com,2");
    }
  }

  private Run run(Path place, int status, String... words) {
    Run run = Run.of(place, with(words));
    assertThat(run.status()).as(String.join(" ", words) + ": " + run.err()).isEqualTo(status);
    return run;
  }

  private String[] with(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    String absolute =
        address.startsWith("sqlite:") ? "sqlite:" + folder.resolve("muster.db") : address;
    all.addAll(List.of("--db", absolute));
    return all.toArray(String[]::new);
  }

  private String rules(TestDatabases backing) throws SQLException {
    return String.join(" ", rows(backing, "SELECT uniqueness FROM realms WHERE number = 1"));
  }

  private List<String> everything(TestDatabases backing) throws SQLException {
    List<String> all = rows(backing, "SELECT name || uniqueness FROM realms ORDER BY name");
    all.addAll(rows(backing, "SELECT key_high || ' ' || scope FROM login_keys ORDER BY 1"));
    return all;
  }

  private List<String> rows(TestDatabases backing, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = backing.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
