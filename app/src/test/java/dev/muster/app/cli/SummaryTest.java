package dev.muster.app.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the summary says of problems, and which command it names next. */
class SummaryTest {

  @TempDir Path folder;

  private static String[] rows(String header, int count, String row) {
    return IntStream.concat(IntStream.of(-1), IntStream.range(0, count))
        .mapToObj(i -> i < 0 ? header : row.replace("#", Integer.toString(i)))
        .toArray(String[]::new);
  }

  @Test
  void problemsOfOneColumnAreOneLineWithAnExample() throws Exception {
    Run.file(folder, "a.csv", rows("username key,email", 12, "u#,bad#"));

    assertThat(Run.of(folder, "import", "a.csv").out())
        .containsOnlyOnce("column 2 (email)")
        .contains("  data-error: 12 records, lines 2, 3, 4, 5, 6 and 7 more\n")
        .contains("column 2 (email): Enter a valid email address. For example \"bad0\"\n")
        .containsPattern("    all of them: muster imports report imp_\\w+ --code data-error\n");
  }

  @Test
  void messagesThatDifferInTheirValuesAreOneLine() throws Exception {
    Run.file(folder, "a.csv", rows("username key,email unique", 9, "u#,same@example.com"));

    assertThat(Run.of(folder, "import", "a.csv").out())
        .containsOnlyOnce("same@example.com")
        .contains("unique-constraint-failed: 8 records")
        .doesNotContain("and others");
  }

  @Test
  void aValueOfOneRecordIsSaidToBeAnExample() throws Exception {
    Run.file(folder, "a.csv", "username key,email unique", "a,a@b.cd", "b,b@b.cd");
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();
    Run.file(folder, "b.csv", "username key,email unique", "c,a@b.cd", "d,b@b.cd");

    assertThat(Run.of(folder, "import", "b.csv").out())
        .contains("    for example, email \"a@b.cd\" belongs to another user.");
    Run.file(folder, "b.csv", "username key,email unique", "c,a@b.cd");
    assertThat(Run.of(folder, "import", "b.csv").out())
        .contains("    email \"a@b.cd\" belongs to another user.");
  }

  @Test
  void onlyTheSentenceWithTheValueIsAnExample() throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: birth, kind: date}]");
    Run.file(folder, "a.csv", "username key,birth", "a,1985-02-31", "b,1985-02-30");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains(
            "column 2 (birth): Enter a valid date. For example, \"1985-02-31\" is not a date: ");
    Run.file(folder, "b.csv", "username key,birth", "a,1985-02-31", "b,1985-02-31");
    assertThat(Run.of(folder, "import", "b.csv").out())
        .contains("column 2 (birth): Enter a valid date. \"1985-02-31\" is not a date: ");
  }

  @Test
  void aFullStopInAValueEndsNoSentence() throws Exception {
    Run.file(folder, "a.csv", "username key,_role_name", "a,St. Anna", "b,St. Ben");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("for example, there is no role \"St. Anna\" in the realm.");
  }

  @Test
  void warningsOfLaterRecordsAreToldToBeInTheReport() throws Exception {
    Run.file(folder, "a.csv", rows("username key,first_name", 101_000, "u#,A"));

    String out = Run.of(folder, "import", "a.csv", "--dry-run").out();

    assertThat(out)
        .contains("\nWarnings, of the first 100,000 records: none\n")
        .containsPattern("\n  those of all records: muster imports report imp_\\w+ report.csv\n");
    Run.file(folder, "a.csv", rows("username key,first_name", 9, "u#,A"));
    assertThat(Run.of(folder, "import", "a.csv", "--dry-run").out()).doesNotContain("Warnings");
  }

  @Test
  void anInputWithoutRecordsIsToldToHaveNone() throws Exception {
    Run.file(folder, "a.csv", "username key,email");
    Run.file(folder, "a.json", "[]");
    Run.file(folder, "b.json", "{\"users\":{}}");

    for (String file : new String[] {"a.csv", "a.json", "b.json"}) {
      assertThat(Run.of(folder, "import", file, "--dry-run").out())
          .as(file)
          .contains("Next: nothing, the input has no records; ");
      assertThat(Run.of(folder, "import", file).out())
          .as(file)
          .contains("Next: nothing, the input has no records; ");
    }
  }

  @Test
  void longNamesOfColumnsAndMembersAreCut() throws Exception {
    String name = "x".repeat(9000);
    Run.file(folder, "a.csv", "email,first_name " + name, "ann@example.org,Ann");
    Run.file(folder, "b.csv", "email," + name, "ann@example.org,Ann");
    Run.file(folder, "a.ndjson", "{\"email\":\"ann@example.org\",\"" + name + "\":1}", "");
    Run.file(folder, "a.json", "[{\"email\":\"ann@example.org\",\"" + name + "\":1}]");
    Run.file(folder, "b.json", "{\"users\":{\"" + name + "\":5}}");
    Run.file(folder, "c.json", "{\"users\":{\"a\":{\"" + name + "\":5}}}");
    Run.file(folder, "d.json", "{\"" + name + "\":{}}");

    for (String file :
        new String[] {"a.csv", "b.csv", "a.ndjson", "a.json", "b.json", "c.json", "d.json"}) {
      String[] words =
          file.equals("a.ndjson")
              ? new String[] {"import", file, "--identifier", "email"}
              : new String[] {"import", file};
      Run run = Run.of(folder, words);
      assertThat(run.out() + run.err()).as(file).doesNotContain("x".repeat(100));
    }
  }

  @Test
  void problemsBeyondTheFirstFewKindsAreCounted() throws Exception {
    String record =
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    "\""
                        + new String[] {
                              "email", "name", "nickname", "profile", "picture", "website", "locale"
                            }
                            [i]
                        + "\":5")
            .collect(joining(",", "{", "}"));
    Run.file(folder, "a.ndjson", record, record);

    assertThat(Run.of(folder, "import", "a.ndjson", "--identifier", "email").out())
        .contains("ValidationFailed: 2 records")
        .contains("and 4 other problems\n")
        .contains("all of them: muster imports report imp_");
  }

  @Test
  void theListedCommandListsThem() throws Exception {
    Run.file(folder, "a.csv", rows("username key,email", 12, "u#,bad#"));
    String out = Run.of(folder, "import", "a.csv").out();
    String command =
        out.lines().filter(line -> line.contains("all of them: ")).findFirst().orElseThrow();
    String[] words = command.replaceAll(".*: muster ", "").split(" ");

    assertThat(Run.of(folder, words).out()).hasLineCount(12).contains("data-error");
  }

  @Test
  void aSecretIsNoExample() throws Exception {
    Run.file(folder, "a.csv", "username key,password_hash", "ada,SECRET-TEXT");

    Run run = Run.of(folder, "import", "a.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("(password_hash)").doesNotContain("SECRET-TEXT");
  }

  @Test
  void aLongExampleIsCutOff() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada," + "x".repeat(500));

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("The value is \"" + "x".repeat(80) + "…\"");
  }

  @Test
  void aDryRunWhoseRecordsAllFailIsNotToBeCarriedOut() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada,bad");

    assertThat(Run.of(folder, "import", "a.csv", "--dry-run").out())
        .contains("Next: mend the input and try it again; this report again: ")
        .doesNotContain("without --dry-run");
  }

  @Test
  void aDryRunOfAllOrNothingThatWouldBeNothingIsNotToBeCarriedOut() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada,bad", "eve,eve@example.com");

    assertThat(Run.of(folder, "import", "a.csv", "--dry-run", "--atomic").out())
        .contains("Next: mend the input")
        .doesNotContain("without --dry-run");
  }

  @Test
  void aDryRunThatWouldChangeNothingSaysSo() throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();

    assertThat(Run.of(folder, "import", "a.csv", "--dry-run").out())
        .contains("Next: nothing, the directory holds all of this already; ");
  }

  @Test
  void aDryRunThatWouldImportSomethingNamesTheNextStep() throws Exception {
    Run.file(folder, "a.csv", "username key,email", "ada,bad", "eve,eve@example.com");

    assertThat(Run.of(folder, "import", "a.csv", "--dry-run").out())
        .contains("Next: the same command without --dry-run; ");
  }

  @Test
  void missingRolesComeWithTheCommandsThatMakeThem() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "username key,_role_name",
        "ada,Chef de service",
        "eve,nurse",
        "joe,Nurse",
        "bob,Économe");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("The following roles were missing: Chef de service, Nurse, nurse, Économe\n")
        .contains("  muster roles create Nurse\n")
        .contains("Import again with --create-roles, or make them first and import again:\n")
        .contains("  muster roles create chef_de_service --name 'Chef de service'\n")
        .contains("  muster roles create econome --name 'Économe'\n")
        .contains("  muster roles create nurse\n");
  }

  @Test
  void theDiffNamesUsersByTheirLogins() throws Exception {
    Run.file(folder, "a.csv", "email key,first_name", "ada@example.com,Ada");
    assertThat(Run.of(folder, "import", "a.csv", "--diff").out())
        .containsPattern("line 2: inserted ada@example.com \\([0-9a-f-]{36}\\)\n");

    Run.file(folder, "a.csv", "email key,first_name", "ada@example.com,Adele");
    assertThat(Run.of(folder, "import", "a.csv", "--diff", "--dry-run").out())
        .containsPattern("line 2: updated ada@example.com \\([0-9a-f-]{36}\\)\n");
  }

  @Test
  void theDiffOfANewUserHasNoValuesBefore() throws Exception {
    Run.file(folder, "a.csv", "email key", "ada@example.com");

    assertThat(Run.of(folder, "import", "a.csv", "--diff").out())
        .contains("+ email_verified  true")
        .doesNotContain("→");
  }

  @Test
  void falseAttributesOfAUserAreShown() throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: is_admin, kind: boolean}]");
    Run.file(folder, "a.csv", "username key,is_admin", "ada,false");
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();

    assertThat(Run.of(folder, "users", "show", "ada").out())
        .containsPattern("custom_attributes.is_admin +no\n")
        .doesNotContain("disabled");
  }

  @Test
  void aListOfImportsFitsATerminal() throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(Run.of(folder, "import", "a.csv", "--dry-run").status()).isZero();
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();

    assertThat(Run.of(folder, "imports", "list").out().lines())
        .hasSize(3)
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.contains("  dry run  "));
    assertThat(Run.of(folder, "imports", "list", "--no-dry-runs").out().lines())
        .hasSize(2)
        .noneMatch(line -> line.contains("dry run"));
    assertThat(Run.of(folder, "imports", "list", "--no-dry-runs", "--limit", "1").out().lines())
        .hasSize(2);
  }

  @Test
  void anEmptyListOfWorkersSaysWhomItLeavesOut() throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(Run.of(folder, "import", "a.csv").status()).isZero();

    assertThat(Run.of(folder, "workers", "list").out())
        .isEqualTo(
            "No worker carries out an import now; SQLite does not tell of idle ones. Start one"
                + " with: muster worker\n");
  }

  @Test
  void realmsAndRolesAreListed() throws Exception {
    assertThat(Run.of(folder, "realms", "create", "staff").status()).isZero();
    assertThat(Run.of(folder, "roles", "create", "cook", "--realm", "staff").status()).isZero();

    assertThat(Run.of(folder, "realms", "list").out())
        .isEqualTo("default  0 users\nstaff    0 users\n");
    assertThat(Run.of(folder, "realms", "list", "--json").out())
        .contains("{\"name\":\"staff\",\"users\":0}");
    assertThat(Run.of(folder, "roles", "list", "--realm", "staff").out()).isEqualTo("cook\n");
    assertThat(Run.of(folder, "roles", "list").out()).isEmpty();
    assertThat(Run.of(folder, "roles", "list", "--realm", "none").status()).isEqualTo(2);
  }
}
