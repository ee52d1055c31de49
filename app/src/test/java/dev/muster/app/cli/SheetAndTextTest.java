package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.xlsx.WorkbookFile;
import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same people as a text and as a sheet, with one mapping, make the same directory. */
class SheetAndTextTest {

  private static final long SEED = 20_261_129;
  private static final int PEOPLE = 120;
  private static final String[] HEADER = {
    "E-Mail", "Name", "Geburtsdatum", "Tel.", "Aktiv", "Nr.", "Rolle", "Notiz", "Notiz"
  };
  private static final String[] FIRST = {"Ann", "Zoë", "Jean-Luc", "O'Neil", "Łucja", "李"};
  private static final String[] LAST = {"Bell", "Müller", "van den Berg", "d'Arc", "Ñandú"};

  @TempDir Path folder;

  @BeforeEach
  void settings() throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        attributes:
          - {name: phone, kind: phone_number}
          - {name: birth, kind: date}
          - {name: active, kind: boolean}
          - {name: code, kind: string}
          - {name: note, kind: string}
        """);
    Files.writeString(
        folder.resolve("mapping.yml"),
        """
        columns:
          "E-Mail": email key
          "Name": {split: " ", to: [first_name, last_name]}
          "Geburtsdatum": {to: birth, formats: [dd.mm.yyyy]}
          "Tel.": {to: phone, default_country: DE}
          "Aktiv": {to: active, values: {ja: "true", nein: "false"}}
          "Nr.": code
          "Rolle": _role_name
          "column 8": note
          "column 9": "-"
        """);
  }

  private static List<String[]> people() {
    Random random = new Random(SEED);
    List<String[]> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String day =
          (10 + random.nextInt(18)) + ".0" + (1 + random.nextInt(9)) + ".19" + (60 + i % 40);
      people.add(
          new String[] {
            i % 17 == 3 ? "nobody" + i : "user" + i + "@example.org",
            FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)],
            i % 13 == 4 ? "31.02.1990" : i % 11 == 5 ? "" : day,
            i % 7 == 2 ? "" : "0171 23456" + (10 + i % 90),
            i % 3 == 0 ? "ja" : i % 3 == 1 ? "nein" : "",
            "00" + i,
            i % 5 == 0 ? "Chef de service" : "agent",
            i % 4 == 0 ? "a; b, \"c\"" : i % 4 == 1 ? "=1+1" : "",
            i % 4 == 2 ? "left out" : ""
          });
    }
    return people;
  }

  private void write() throws Exception {
    StringBuilder sheet = new StringBuilder(WorkbookFile.row(1, HEADER));
    List<String> lines = new ArrayList<>(List.of(String.join(";", HEADER)));
    int number = 1;
    for (String[] person : people()) {
      number++;
      sheet.append(
          WorkbookFile.row(
              number,
              Stream.of(person)
                  .map(cell -> cell.replace("&", "&amp;").replace("<", "&lt;"))
                  .toArray(String[]::new)));
      lines.add(
          Stream.of(person)
              .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(";")));
    }
    Run.file(folder, "people.csv", lines.toArray(String[]::new));
    new WorkbookFile().sheet("Leute", sheet.toString()).write(folder.resolve("people.xlsx"));
  }

  /** What was imported, and what each record came to, without what differs from run to run. */
  private String imported(String file, String address, String... options) {
    String[] words =
        Stream.concat(
                Stream.of("import", file, "--map", "mapping.yml", "--json", "--db", address),
                Stream.of(options))
            .toArray(String[]::new);
    Run run = Run.of(folder, words);
    assertThat(run.status()).as(run.err()).isLessThan(2);
    String users = Run.of(folder, "users", "list", "--json", "--db", address).out();
    return run.out().replaceAll("^.*?\"details\":", "").replaceAll("\"user_id\":\"[^\"]*\",?", "")
        + users.replaceAll("\"(id|created_at|updated_at)\":\"[^\"]*\",?", "");
  }

  @ParameterizedTest
  @EnumSource
  void aSheetMakesTheDirectoryThatATextMakes(StoreKind kind) throws Exception {
    write();
    for (String option : List.of("--lenient", "--create-roles")) {
      String text =
          imported("people.csv", kind.emptyDirectory(folder, "text" + option.substring(2)), option);
      String sheet =
          imported(
              "people.xlsx", kind.emptyDirectory(folder, "sheet" + option.substring(2)), option);

      assertThat(sheet).isEqualTo(text);
      assertThat(text).contains("\"00", "\"outcome\":\"failed\"", "\"outcome\":\"inserted\"");
    }
  }
}
