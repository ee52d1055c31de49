package dev.muster.app.cli;

import static dev.muster.app.format.xlsx.WorkbookFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of a sheet that are empty, and those beyond the header. */
class SheetRowsTest {

  private static final String MAPPED =
      "--map;Mail=email key;--map;Vorname=first_name;--map;Nachname=last_name;--map;Tel=-";

  @TempDir Path folder;

  private Run run(String rows, String... arguments) throws Exception {
    new WorkbookFile().sheet("S", rows).write(folder.resolve("users.xlsx"));
    return Run.of(
        folder,
        Stream.concat(Stream.of("import", "users.xlsx"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private String user(String login) {
    return Run.of(folder, "users", "show", login, "--json").out();
  }

  /** A cell with a text, as {@code B2}. */
  private static String cell(String place, String text) {
    return "<c r=\"" + place + "\" t=\"str\"><v>" + text + "</v></c>";
  }

  @Test
  void anEmptyCellDoesNotShiftMappedOnes() throws Exception {
    String rows =
        row(1, "Mail", "Vorname", "Nachname", "Tel")
            + "<row r=\"2\">"
            + cell("A2", "a@example.org")
            + cell("C2", "Bell")
            + cell("D2", "0123")
            + "</row>";

    assertThat(run(rows, MAPPED.split(";", -1)).status()).isZero();
    assertThat(user("a@example.org")).contains("\"family_name\":\"Bell\"").doesNotContain("given");
  }

  @Test
  void anEmptyCellClearsAValue() throws Exception {
    String header = row(1, "email key", "first_name", "last_name");
    assertThat(run(header + row(2, "a@example.org", "Ann", "Bell")).status()).isZero();

    Run run = run(header + "<row r=\"2\">" + cell("A2", "a@example.org") + "</row>");

    assertThat(run.status()).isZero();
    assertThat(user("a@example.org")).doesNotContain("Ann", "Bell");
  }

  @Test
  void formattedRowsWithoutATextAreNoRecords() throws Exception {
    String rows =
        row(1, "email", "first_name")
            + row(2, "a@example.org", "Ann")
            + "<row r=\"3\"><c r=\"A3\" s=\"1\"/><c r=\"B3\" t=\"str\"><v> </v></c></row>"
            + "<row r=\"4\"/>"
            + row(5, "b@example.org", "Bob");

    Run run = run(rows, "--json");

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"line\":5").doesNotContain("\"line\":3", "\"line\":4");
  }

  @Test
  void farCellsBeyondTheHeaderAreKeptInRejects() throws Exception {
    String rows =
        row(1, "email", "first_name")
            + "<row r=\"2\">"
            + cell("A2", "ann")
            + cell("XFC2", "far")
            + cell("XFD2", "out")
            + "</row><row r=\"3\">"
            + cell("A3", "b@example.org")
            + cell("XFC3", "far")
            + "</row>";

    Run run = run(rows, "--rejects", "again.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("column 16383 has a value");
    assertThat(Files.readString(folder.resolve("again.csv"))).endsWith(",ann,,far,out\r\n");
  }

  @Test
  void aRowOfMoreTextThanARecordMayHaveIsRefused() throws Exception {
    StringBuilder cells = new StringBuilder("<row r=\"2\">").append(cell("A2", "a@example.org"));
    for (char column = 'B'; column <= 'Z'; column++) {
      cells.append(cell(column + "2", "x".repeat(100_000)));
    }

    Run run = run(row(1, "email") + cells + "</row>");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the row is longer than 1048576 characters");
    Run cell = run(row(1, "email") + row(2, "x".repeat(5_000_000)));
    assertThat(cell.err()).contains("a cell is longer than 262144 characters");
  }
}
