package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code muster import --create-roles}: roles that rows name are made with the users. */
class CreateRolesTest {

  @TempDir Path folder;

  private String db = "";

  private Run run(String words) {
    return Run.of(folder, (words + " --db " + db).split(" "));
  }

  private void writeTable(TestDatabases database, String... rows) throws Exception {
    db = database.emptyDirectory(folder);
    Run.file(folder, "a.csv", rows);
  }

  @ParameterizedTest
  @EnumSource
  void missingRolesAreMade(TestDatabases database) throws Exception {
    writeTable(
        database,
        "username key,_role_name",
        "ada,Chef de service",
        "eve,nurse",
        "bob,nurse",
        "joe,");

    Run run = run("import a.csv --create-roles");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("There was no role \"Chef de service\": it is made.")
        .contains("There was no role \"nurse\": it is made.");
    assertThat(run("roles list").out()).isEqualTo("chef_de_service  Chef de service\nnurse\n");
    assertThat(run("users show ada --json").out()).contains("\"roles\":[\"chef_de_service\"]");
    assertThat(run("users show bob --json").out()).contains("\"roles\":[\"nurse\"]");
    assertThat(run("journal").out()).contains("role.created", "chef_de_service");
    assertThat(run("db check").status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void rolesOfJsonRecordsAreMade(TestDatabases database) throws Exception {
    db = database.emptyDatabase(folder);
    Run.file(
        folder,
        "a.ndjson",
        "{\"email\":\"ada@example.org\",\"roles\":[\"nurse\",\"chef\"]}",
        "{\"email\":\"eve@example.org\",\"roles\":[\"nurse\"]}");
    String command = "import a.ndjson --identifier email";
    assertThat(run(command).out()).contains("RoleUnknownKeys: 2 records");

    Run dryRun = run(command + " --create-roles --dry-run");
    assertThat(dryRun.out()).contains("There was no role \"chef\": it is made.");
    assertThat(run("roles list").out()).isEmpty();

    Run run = run(command + " --create-roles");
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run("roles list").out()).isEqualTo("chef\nnurse\n");
    assertThat(run("users show ada@example.org --json").out())
        .contains("\"roles\":[\"chef\",\"nurse\"]");
    assertThat(run(command + " --create-roles --upsert").out()).doesNotContain("it is made");
    assertThat(run("db check").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"auth0, '[{\"email\":\"a@b.cd\"}]'", "restauth, '{\"users\":{}}'"})
  void itIsRefusedForRecordsThatNameNoRoles(String format, String text) throws Exception {
    Run.file(folder, "a.json", text);

    Run run = Run.of(folder, "import", "a.json", "--create-roles");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("records of " + format + " name no roles");
    for (String option : new String[] {"--header-row=2", "--sheet=x", "--lenient"}) {
      assertThat(Run.of(folder, "import", "a.json", option).err())
          .contains("are for tables, and this is " + format);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondImportMakesNoMore(TestDatabases database) throws Exception {
    writeTable(database, "username key,_role_name", "ada,Chef de service");
    assertThat(run("import a.csv --create-roles").status()).isZero();

    Run again = run("import a.csv --create-roles");

    assertThat(again.status()).isZero();
    assertThat(again.out()).doesNotContain("it is made");
    assertThat(run("roles list").out()).hasLineCount(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunTellsThemAndMakesNone(TestDatabases database) throws Exception {
    writeTable(database, "username key,_role_slug", "ada,cook", "eve,cook", "bob,nurse");
    assertThat(run("db migrate").status()).isZero();

    Run run = run("import a.csv --create-roles --dry-run");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("There was no role \"cook\": it is made.", "\"nurse\"");
    assertThat(run("roles list").out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allOrNothingThatFailsMakesNone(TestDatabases database) throws Exception {
    writeTable(database, "username key,email,_role_name", "ada,a@example.com,cook", "eve,bad,");

    assertThat(run("import a.csv --create-roles --atomic").status()).isEqualTo(1);
    assertThat(run("roles list").out()).isEmpty();

    Run.file(folder, "a.csv", "username key,email,_role_name", "ada,a@example.com,cook");
    assertThat(run("import a.csv --create-roles --atomic").status()).isZero();
    assertThat(run("roles list").out()).isEqualTo("cook\n");
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatCanBeNoKeyStaysMissing(TestDatabases database) throws Exception {
    writeTable(database, "username key,_role_slug", "ada,chef de service");

    Run run = run("import a.csv --create-roles");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("role-not-found").doesNotContain("roles create");
    assertThat(run("roles list").out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rolesOfManyChunksAndOfTwoNamesWithOneKeyAreMade(TestDatabases database) throws Exception {
    String[] rows = new String[6001];
    rows[0] = "username key,_role_name";
    for (int i = 1; i < rows.length; i++) {
      rows[i] = "u" + i + "," + (i % 3 == 0 ? "Rôle " + i % 5 : "role-" + i % 5);
    }
    writeTable(database, rows);

    assertThat(run("import a.csv --create-roles").status()).isZero();
    assertThat(run("roles list").out()).hasLineCount(10).contains("role_1_2");
    assertThat(run("users show u3 --json").out()).contains("role_3");
    assertThat(run("db check").status()).isZero();
  }
}
