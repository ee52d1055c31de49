package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.SavedMapping;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose columns are not those of the csv dialect. */
class MappingImportTest {

  private static final String SETTINGS =
      """
      attributes:
        - {name: phone, kind: phone_number}
        - {name: birth, kind: date, label: Date de naissance}
        - {name: active, kind: boolean}
        - {name: staff_number, kind: integer}
      default_country: FR
      mappings:
        hr:
          columns:
            "E-mail address": email key
            "Geburtsdatum": {to: birth, formats: [dd.mm.yyyy]}
            "Name": {split: " ", to: [first_name, last_name]}
            "Tel.": {to: phone, default_country: DE}
            "Aktiv": {to: active, values: {ja: "true", nein: "false"}}
            "Bemerkung": "-"
      """;

  @TempDir Path folder;
  private String address = "sqlite:muster.db";

  @BeforeEach
  void settings() throws Exception {
    Files.writeString(folder.resolve("muster.yml"), SETTINGS);
  }

  private Run muster(String... words) {
    return Run.of(
        folder,
        Stream.concat(Arrays.stream(words), Stream.of("--db", address)).toArray(String[]::new));
  }

  private Run show(String email) {
    return muster("users", "show", email, "--json");
  }

  @ParameterizedTest
  @EnumSource
  void aMappingOfTheSettingsIsUsed(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    Run.file(
        folder,
        "hr.csv",
        "Name;Geburtsdatum;E-Mail Address;Tel.;Aktiv;Bemerkung",
        "Ann Bell;21.01.1962;ann@example.org;030 123456;ja;secret remark");

    Run run = muster("import", "hr.csv", "--map", "hr", "--json");

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("\"name\":\"Geburtsdatum\",\"value\":\"21.01.1962\"")
        .doesNotContain("secret remark");
    assertThat(show("ann@example.org").out())
        .contains("\"given_name\":\"Ann\"", "\"family_name\":\"Bell\"")
        .contains("1962-01-21", "+4930123456", "\"active\":true");
    assertThat(muster("db", "check").status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aMappingThatSomebodySavedForTheRealmIsUsed(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    try (Session store = StoreKind.open(address)) {
      Struct mapping = Struct.of("columns", Struct.of("Mail", Value.of("email key")));
      store
          .savedMappings()
          .save(
              new SavedMapping(
                  Realm.DEFAULT, "crm", "shape", mapping, Actor.SYSTEM, Instant.EPOCH));
    }
    Run.file(folder, "crm.csv", "Mail", "ann@example.org");
    assertThat(muster("import", "crm.csv", "--map", "crm").status()).isZero();
    assertThat(show("ann@example.org").status()).isZero();
    assertThat(muster("import", "crm.csv", "--map", "crn").err()).contains("no saved mapping");
  }

  @ParameterizedTest
  @EnumSource
  void problemsAndRejectsAreOfTheSourceAndCanBeImportedAgain(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    Run.file(
        folder,
        "a.csv",
        "Remarks,Birthday,pass,Mail",
        "x,21/01/1962,md5$salt$0123456789abcdef0123456789abcdef,ann@example.org",
        "y,1962-01-22,,bob@example.org");
    String[] map = {"--map", "Mail=email", "--map", "Birthday=birth", "--map", "Remarks=-"};

    Run run =
        muster(
            Stream.concat(
                    Stream.of(
                        "import", "a.csv", "--rejects", "r.csv", "--map", "pass=password_hash"),
                    Arrays.stream(map))
                .toArray(String[]::new));

    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("column 2 (Birthday): Enter a valid date. \"21/01/1962\"");
    String rejects = Files.readString(folder.resolve("r.csv"));
    assertThat(rejects).startsWith("@reject-reason,Remarks,Birthday,pass,Mail");
    assertThat(rejects).contains("x,21/01/1962,md5$salt");
    Files.writeString(folder.resolve("r.csv"), rejects.replace("21/01/1962", "1962-01-21"));
    Run again =
        muster(
            Stream.concat(
                    Stream.of("import", "r.csv", "--map", "pass=password_hash"), Arrays.stream(map))
                .toArray(String[]::new));
    assertThat(again.out()).contains("inserted    1");
    assertThat(show("ann@example.org").out()).contains("1962-01-21");
    Files.delete(folder.resolve("a.csv"));
    String id =
        muster("imports", "list", "--json").out().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(muster("imports", "report", id, "kept.ndjson").status()).isZero();
    assertThat(Files.readString(folder.resolve("kept.ndjson")))
        .doesNotContain("0123456789abcdef", "\"x\"");
  }

  @Test
  void twoMappingsOfOneFileAreTwoImports() throws Exception {
    Run.file(folder, "a.csv", "a,b", "ann@example.org,bob@example.org");

    muster("import", "a.csv", "--map", "a=email", "--map", "b=-");
    muster("import", "a.csv", "--map", "b=email", "--map", "a=-", "--resume");

    assertThat(show("ann@example.org").status()).isZero();
    assertThat(show("bob@example.org").status()).isZero();
  }

  @Test
  void labelsAreNamesOfColumns() throws Exception {
    Run.file(folder, "a.csv", "email,date de Naissance", "ann@example.org,1962-01-21");

    assertThat(muster("import", "a.csv").out()).contains("inserted    1");
    assertThat(show("ann@example.org").out()).contains("1962-01-21");
  }

  @Test
  void labelsThatBeginWithOneWordCanBothBeTargets() throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"),
        "attributes: [{name: office, kind: string, label: Phone work},"
            + " {name: private, kind: string, label: Phone home}]");
    Run.file(folder, "a.csv", "email,Tel 1,Tel 2", "ann@example.org,11,22");

    Run run = muster("import", "a.csv", "--map", "Tel 1=Phone work", "--map", "Tel 2=Phone home");

    assertThat(run.out()).as(run.err()).contains("inserted    1");
    assertThat(show("ann@example.org").out()).contains("\"office\":\"11\"", "\"private\":\"22\"");
    assertThat(muster("import", "a.csv", "--map", "Tel 1=\u00a0").err()).contains("is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Email,x|column or attribute \"Email\"; did you mean email?|--map 'Email=email'",
        "email,First Name|\"First Name\"; did you mean first_name?|--map 'First Name=first_name'",
        "email,E-mail Address|\"E-mail Address\"; did you mean email?|--map 'E-mail Address=email'",
        "email,Date d'entrée,Date d'embauche|\"Date d'entrée\"|--map \"Date d'entrée=-\"",
        "email,zzz_qqq_xxx|declare it under attributes:|--map 'zzz_qqq_xxx=-'",
        "email,Größe der (qqq)|an attribute with this label|--map 'Größe der (qqq)=-'",
        "email address|There is no flag \"address\"|--map 'email address=email'"
      })
  void unknownColumnsAreToldWithTheArgument(String header, String message, String argument)
      throws Exception {
    Run.file(folder, "a.csv", header, "1,2,3");

    Run run = muster("import", "a.csv");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message).contains(argument).doesNotContain("two columns");
  }

  @Test
  void aTargetThatIsNoneIsTold() throws Exception {
    Run.file(folder, "a.csv", "Mail", "ann@example.org");

    Run run = muster("import", "a.csv", "--map", "Mail=emial key");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("\"Mail\" a column \"emial\"").contains("did you mean email?");
    assertThat(muster("import", "a.csv", "--map", "hrr").err()).contains("did you mean hr?");
    Run.file(folder, "u.json", "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@b.org\"}]}");
    assertThat(muster("import", "u.json", "--map", "a=email").err()).contains("are for tables");
  }

  @Test
  void aSuggestionCanBeSavedAndUsed() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "E-Mail;Vorname;Name;Date de naissance;Passwort;Kostenstelle",
        "ann@example.org;Ann;Bell;21.01.1962;"
            + "$2y$04$abcdefghijklmnopqrstuuGkHBzaS1Ipd0Nk5RnVyQiMV3sVXmfpe;7");

    Run run = muster("import", "a.csv", "--suggest-map");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"E-Mail\": email", "# sure", "\"Kostenstelle\": \"-\"", "dd.mm.yyyy")
        .doesNotContain("$2y$");
    assertThat(folder.resolve("muster.db")).doesNotExist();
    Files.writeString(folder.resolve("mapping.yml"), run.out());
    Run imported = muster("import", "a.csv", "--map", "mapping.yml");
    assertThat(imported.out()).as(imported.err()).contains("inserted    1");
    assertThat(show("ann@example.org").out()).contains("1962-01-21", "\"family_name\":\"Bell\"");
    assertThat(muster("import", "a.csv", "--suggest-map", "--json").document().get("mapping"))
        .isNotNull();
  }

  @Test
  void lenientImportsLeaveWrongCellsOut() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "email,phone,birth,staff_number",
        "ann@example.org,n/a,0000-00-00,12",
        "nobody,,,");
    assertThat(muster("import", "a.csv").out()).contains("failed      2");

    Run run = muster("import", "a.csv", "--lenient");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("inserted    1", "failed      1")
        .contains("column 2 (phone): left out \"n/a\": Enter a valid phone number.");
    Run.file(folder, "b.csv", "email,phone", "ann@example.org,0612345678");
    muster("import", "b.csv");
    muster("import", "a.csv", "--lenient");
    assertThat(show("ann@example.org").out()).contains("+33612345678").doesNotContain("0000-00");
  }

  @ParameterizedTest
  @CsvSource({"4.47E+11", "1E+05", "1e5", "12.5"})
  void shortenedNumbersAreRefused(String number) throws Exception {
    Run.file(folder, "a.csv", "email,staff_number", "ann@example.org," + number);

    assertThat(muster("import", "a.csv").out()).contains("Enter a whole number.");
  }

  @Test
  void theFormOfTheDatesThatFailedIsNamed() throws Exception {
    Run.file(
        folder, "a.csv", "email,birth", "a@example.org,01/02/1990", "b@example.org,13/02/1990");

    assertThat(muster("import", "a.csv").out()).contains("formats: [dd/mm/yyyy]");

    Files.writeString(
        folder.resolve("muster.yml"),
        "attributes: [{name: birth, kind: date, formats: [dd/mm/yyyy]}]");
    Run run = muster("import", "a.csv");
    assertThat(run.out()).as(run.err()).contains("inserted    2");
    assertThat(show("b@example.org").out()).contains("1990-02-13");
  }
}
