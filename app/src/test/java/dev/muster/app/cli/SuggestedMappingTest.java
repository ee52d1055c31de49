package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --suggest-map}: what it prints can be saved and used as it is. */
class SuggestedMappingTest {

  private static final String SETTINGS =
      """
      attributes:
        - {name: phone, kind: phone_number}
        - {name: private_phone, kind: string}
        - {name: born, kind: date, label: Geburtsdatum}
      default_country: FR
      """;

  @TempDir Path folder;

  @BeforeEach
  void settings() throws Exception {
    Files.writeString(folder.resolve("muster.yml"), SETTINGS);
  }

  private Run muster(String... words) {
    return Run.of(folder, words);
  }

  /** Saves what was printed. */
  private void save(Run suggested) throws Exception {
    assertThat(suggested.status()).as(suggested.err()).isZero();
    Files.writeString(folder.resolve("mapping.yml"), suggested.out());
  }

  @Test
  void theCommandHasTheOptionsThatWereTyped() throws Exception {
    Files.createDirectory(folder.resolve("my files"));
    Run.file(folder, "my files/it's.csv", "Staff list", "Mail;Vorname", "ann@example.org;Zoé");
    Files.copy(folder.resolve("muster.yml"), folder.resolve("other.yml"));

    Run run =
        muster(
            "--config",
            "other.yml",
            "--db",
            "sqlite:x.db",
            "import",
            "my files/it's.csv",
            "--suggest-map",
            "--header-row",
            "2",
            "--encoding",
            "utf-8",
            "--format",
            "csv",
            "--realm",
            "default",
            "--lenient",
            "--map",
            "Mail=email key");

    assertThat(run.out())
        .contains("import 'my files/it'\\''s.csv' --map mapping.yml --map 'Mail=email key'")
        .contains(" --format csv --encoding utf-8 --header-row 2 --realm default --lenient")
        .contains(" --dry-run --db sqlite:" + folder.resolve("x.db"))
        .contains(" --config " + folder.resolve("other.yml"));
  }

  @Test
  void theSheetIsNamedAgain() throws Exception {
    new WorkbookFile()
        .sheet("Notes", WorkbookFile.row(1, "Dear reader"))
        .sheet("Alle Leute", WorkbookFile.row(1, "Mail") + WorkbookFile.row(2, "a@example.org"))
        .write(folder.resolve("a.xlsx"));

    assertThat(muster("import", "a.xlsx", "--suggest-map", "--sheet", "Alle Leute").out())
        .contains("import a.xlsx --map mapping.yml --sheet 'Alle Leute' --dry-run")
        .contains("\"Mail\": email");
  }

  @Test
  void columnsWithOneNameOrNoneAreNamedByNumber() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "Mail,Telefon,,Telefon,Vorname,,",
        "ann@example.org,0612345678,x,0712345678,Ann,,y",
        "bob@example.org,0612345679,,,Bob,,");

    Run run = muster("import", "a.csv", "--suggest-map");

    assertThat(run.out())
        .contains("\"column 2\": phone", "\"column 3\": \"-\"", "\"column 4\": \"-\"")
        .contains("\"column 6\": \"-\"", "\"column 7\": \"-\"");
    save(run);
    Run imported = muster("import", "a.csv", "--map", "mapping.yml");
    assertThat(imported.out()).as(imported.err()).contains("inserted    2");
    Run again =
        muster(
            "import",
            "a.csv",
            "--map",
            "mapping.yml",
            "--map",
            "column 4=private_phone",
            "--map",
            "column 7=last_name");
    assertThat(again.out()).as(again.err()).contains("updated     2");
    assertThat(muster("users", "show", "ann@example.org", "--json").out())
        .contains("+33612345678", "0712345678", "\"family_name\":\"y\"");
  }

  @Test
  void refusalsOfSuchColumnsHaveArgumentsThatWork() throws Exception {
    Run.file(folder, "a.csv", "email,first_name,,first_name", "a@example.org,Ann,x,y");

    assertThat(muster("import", "a.csv").err())
        .contains("no name. To leave it out: --map 'column 3=-'")
        .contains("two columns \"first_name\"; to leave this one out: --map 'column 4=-'");
    assertThat(muster("import", "a.csv", "--map", "first_name=last_name").err())
        .contains("several columns \"first_name\"; name each by its number: column 2, column 4.");
    Run run = muster("import", "a.csv", "--map", "column 3=-", "--map", "column 4=-");
    assertThat(run.out()).as(run.err()).contains("inserted    1");
  }

  @Test
  void longAndInvisibleNamesHaveArgumentsThatWork() throws Exception {
    String name = "Ärztliche ".repeat(20) + "Telefonnummer";
    Run.file(folder, "a.csv", "email," + name, "a@example.org,x");

    assertThat(muster("import", "a.csv").err()).contains("--map 'column 2=-'");
    Run.file(folder, "a.csv", "email," + name + ",Zu\u200bname", "a@example.org,x,y");
    Run run = muster("import", "a.csv", "--map", "column 2=-", "--map", "column 3=last_name");
    assertThat(run.out()).as(run.err()).contains("inserted    1");
  }

  @Test
  void aTableWithoutAHeaderKeepsItsFirstPerson() throws Exception {
    Run.file(
        folder, "a.csv", "ann@example.org;Ann;Bell", "bob@example.org;Bob;Cook", "cat;Cat;Dunn");

    Run refused = muster("import", "a.csv");
    assertThat(refused.err())
        .contains("row 1 looks like data (column 1 is an e-mail address)", "--header-row 0")
        .doesNotContain("ann@example.org");
    Run suggested = muster("import", "a.csv", "--suggest-map");
    assertThat(suggested.out())
        .contains("import a.csv --header-row 0 --map mapping.yml", "\"column 1\": email")
        .contains("The first row looks like data")
        .doesNotContain("ann@example.org");
    save(suggested);
    Run run =
        muster(
            "import",
            "a.csv",
            "--header-row",
            "0",
            "--map",
            "mapping.yml",
            "--map",
            "column 2=first_name",
            "--map",
            "column 3=last_name",
            "--rejects",
            "r.csv");

    assertThat(run.out()).as(run.err()).contains("inserted    2", "failed      1");
    assertThat(run.out()).contains("line 3");
    String rejects = Files.readString(folder.resolve("r.csv"));
    assertThat(rejects).startsWith("@reject-reason;column 1;column 2;column 3\n");
    Files.writeString(folder.resolve("r.csv"), rejects.replace("cat;", "cat@example.org;"));
    for (String row : new String[] {"0", "1"}) {
      Run again =
          muster(
              "import",
              "r.csv",
              "--header-row",
              row,
              "--map",
              "mapping.yml",
              "--map",
              "column 2=first_name",
              "--map",
              "column 3=last_name");
      assertThat(again.out()).as(again.err()).contains("total       1").contains("failed      0");
    }
    assertThat(muster("users", "show", "cat@example.org", "--json").out()).contains("Dunn");
  }

  @Test
  void aMappingThatTakesAPersonForTheHeaderIsToldSo() throws Exception {
    Run.file(folder, "a.csv", "ann@example.org,Ann", "bob@example.org,Bob");

    Run run =
        muster("import", "a.csv", "--map", "ann@example.org=email", "--map", "Ann=first_name");

    assertThat(run.err() + run.out()).contains("looks like data", "--header-row 0");
  }

  @Test
  void datesThatCanBeReadInTwoWaysAreLeftToThePerson() throws Exception {
    Run.file(folder, "a.csv", "Mail,Geburtsdatum", "a@example.org,01/02/1990");

    Run run = muster("import", "a.csv", "--suggest-map");

    assertThat(run.out())
        .contains("# not sure: its dates may be dd/mm/yyyy or mm/dd/yyyy")
        .contains("\n  #\"Geburtsdatum\": {to: born, formats: [dd/mm/yyyy]}\n")
        .contains("\n  #\"Geburtsdatum\": {to: born, formats: [mm/dd/yyyy]}\n");
    save(run);
    assertThat(muster("import", "a.csv", "--map", "mapping.yml").out())
        .contains("failed      1")
        .contains("may all be dd/mm/yyyy or mm/dd/yyyy, and nothing in them tells which")
        .contains("formats: [dd/mm/yyyy] or formats: [mm/dd/yyyy]");
    Files.writeString(
        folder.resolve("mapping.yml"),
        run.out()
            .replace(
                "  #\"Geburtsdatum\": {to: born, formats: [mm",
                "  \"Geburtsdatum\": {to: born, formats: [mm"));
    Run imported = muster("import", "a.csv", "--map", "mapping.yml");
    assertThat(imported.out()).as(imported.err()).contains("inserted    1");
    assertThat(muster("users", "show", "a@example.org", "--json").out()).contains("1990-01-02");
    Run.file(
        folder,
        "b.csv",
        "Mail,Geburtsdatum",
        "a@example.org,01/02/1990",
        "b@example.org,1/13/1991");
    assertThat(muster("import", "b.csv", "--suggest-map").out())
        .contains("\"Geburtsdatum\": {to: born, formats: [mm/dd/yyyy]}")
        .doesNotContain("not sure");
  }

  @Test
  void unknownColumnsNameTheOption() throws Exception {
    Run.file(folder, "a.csv", "Mail,Kostenstelle", "a@example.org,1");

    assertThat(muster("import", "a.csv").err()).containsOnlyOnce("--suggest-map");
  }

  @Test
  void aFileOfPlainPairsIsAMapping() throws Exception {
    Run.file(folder, "a.csv", "Mail,Rest", "a@example.org,1");
    Run.file(folder, "m.yml", "Mail: email", "Rest: \"-\"");

    Run run = muster("import", "a.csv", "--map", "m.yml");

    assertThat(run.out()).as(run.err()).contains("inserted    1");
    Run.file(folder, "m.yml", "Mail: email", "constants: {first_name: Ann}");
    assertThat(muster("import", "a.csv", "--map", "m.yml").err())
        .contains("there is no key Mail. Known here: columns, constants, joined, attributes.")
        .contains("below columns:, as in", "\"E-mail address\": email");
  }

  @Test
  void bareHashesBesideASaltAreSuggestedWithConstants() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "Mail,Hash,Salt",
        "a@example.org,da39a3ee5e6b4b0d3255bfef95601890afd80709,abc");

    assertThat(muster("import", "a.csv", "--suggest-map").out())
        .contains("password_scheme: digest, password_digest: sha1")
        .contains("muster hash solve")
        .doesNotContain("da39");
  }

  @Test
  void missingRolesOfAMappedColumnAreProposedByName() throws Exception {
    Run.file(folder, "a.csv", "Mail,Rolle", "a@example.org,Chef de service");

    Run run = muster("import", "a.csv", "--map", "Mail=email", "--map", "Rolle=_role_name");

    assertThat(run.out()).contains("muster roles create chef_de_service --name 'Chef de service'");
    assertThat(muster("roles", "create", "Chef de service").err())
        .contains("can't be a key")
        .contains("muster roles create chef_de_service --name 'Chef de service'");
    assertThat(
            muster(
                    "import",
                    "a.csv",
                    "--map",
                    "Mail=email",
                    "--map",
                    "Rolle=_role_name",
                    "--create-roles")
                .status())
        .isZero();
    assertThat(muster("roles", "list").out()).contains("chef_de_service");
  }
}
