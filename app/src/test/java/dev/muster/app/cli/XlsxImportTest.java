package dev.muster.app.cli;

import static dev.muster.app.format.xlsx.WorkbookFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxImportTest {

  private static final String SETTINGS =
      """
      attributes:
        - {name: birth, kind: date}
        - {name: code, kind: string}
        - {name: active, kind: boolean}
      """;

  @TempDir Path folder;

  private Run run(WorkbookFile workbook, String... arguments) throws Exception {
    workbook.write(folder.resolve("users.xlsx"));
    Files.writeString(folder.resolve("muster.yml"), SETTINGS);
    String[] all = new String[arguments.length + 2];
    all[0] = "import";
    all[1] = "users.xlsx";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Run.of(folder, all);
  }

  private String user(String login) {
    return Run.of(folder, "users", "show", login, "--json").out();
  }

  @Test
  void cellsAreReadAsTheyAreShown() throws Exception {
    String header = row(1, "email", "birth", "code", "active", "first_name", "last_name");
    Run run =
        run(
            new WorkbookFile()
                .texts("<si><t>ann@example.org</t></si><si><t>00042</t></si>")
                .styles("dd/mm/yyyy", "00000")
                .sheet(
                    "Users",
                    header
                        + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>"
                        + "<c r=\"B3\" s=\"1\"><v>22667</v></c><c r=\"C3\" s=\"2\"><v>1050</v></c>"
                        + "<c r=\"D3\" t=\"b\"><v>1</v></c>"
                        + "<c r=\"E3\" t=\"str\"><f>CONCAT(1)</f><v>Ann</v></c>"
                        + "<c r=\"F3\"><v>4.47E+11</v></c></row>"),
            "--json");

    assertThat(run.err() + run.out()).contains("\"status\":\"completed\"", "\"line\":3");
    assertThat(run.out()).contains("\"input\":{\"format\":\"xlsx\"}");
    assertThat(run.err()).contains("as xlsx, sheet \"Users\"");
    assertThat(user("ann@example.org"))
        .contains("1962-01-21", "\"01050\"", "\"active\":true", "\"Ann\"", "\"447000000000\"");
  }

  @Test
  void theFirstVisibleSheetIsReadUnlessOneIsNamed() throws Exception {
    WorkbookFile workbook =
        new WorkbookFile()
            .sheet("Old", "hidden", row(1, "email") + row(2, "old@example.org"))
            .sheet("New", row(1, "email") + row(2, "new@example.org"))
            .sheet("Notes", row(1, "Dear reader"));

    assertThat(run(workbook).status()).isZero();
    assertThat(user("new@example.org")).contains("new@example.org");
    assertThat(run(workbook, "--sheet", "Old").status()).isZero();
    assertThat(user("old@example.org")).contains("old@example.org");
    assertThat(run(workbook, "--sheet", "Users").err())
        .contains("there is no sheet \"Users\"; there are \"Old\" (hidden), \"New\", \"Notes\"");
  }

  @Test
  void rejectsAreATextThatCanBeImported() throws Exception {
    Run run =
        run(
            new WorkbookFile()
                .sheet(
                    "S",
                    row(1, "Users of 2026")
                        + row(3, "email", "first_name")
                        + row(4, "ann", "Ann, \u00eb")
                        + row(6, "bob@example.org", "Bob", "", "surplus")),
            "--header-row",
            "3",
            "--rejects",
            "again.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).containsPattern("inserted +1\n").contains("column 4 has a value");
    assertThat(Files.readString(folder.resolve("again.csv")))
        .startsWith("\uFEFF@reject-reason,email,first_name\r\n")
        .endsWith(",ann,\"Ann, \u00eb\"\r\n");
    assertThat(Run.of(folder, "import", "again.csv").out()).containsPattern("failed +1\n");
  }

  /** Programs that write workbooks without computing them leave the value out, or empty. */
  @ParameterizedTest
  @ValueSource(strings = {"", "<v></v>", "<v/>"})
  void aFormulaWithoutAValueIsToldBeforeAnythingIsImported(String value) throws Exception {
    Run run =
        run(
            new WorkbookFile()
                .sheet(
                    "S",
                    row(1, "email", "first_name", "last_name")
                        + row(2, "ann@example.org", "Ann", "Bell")
                        + "<row r=\"7\"><c r=\"C7\"><f>A1</f>"
                        + value
                        + "</c></row>"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("cell C7 has a formula without a value");
  }

  @Test
  void aFormulaMayComputeAnEmptyText() throws Exception {
    Run run =
        run(
            new WorkbookFile()
                .sheet(
                    "S",
                    row(1, "email", "first_name")
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is>"
                        + "<t>a@example.org</t></is></c>"
                        + "<c r=\"B2\" t=\"str\"><f>A1</f><v></v></c></row>"));

    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void hiddenRowsAndMergedCellsAreTold() throws Exception {
    String rows =
        row(1, "email", "first_name")
            + row(2, "ann@example.org", "Ann")
            + row(3, "bob@example.org", "Bob").replace("r=\"3\"", "r=\"3\" hidden=\"1\"")
            + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B2:B3\"/>"
            + "</mergeCells><sheetData>";

    Run run = run(new WorkbookFile().sheet("S", rows));

    assertThat(run.err())
        .contains("warning: Row 3 of the sheet is hidden, and is imported like the others.")
        .contains("warning: Cells of several rows are merged, such as B2:B3: only the first row");
    assertThat(run(new WorkbookFile().sheet("S", row(1, "email"))).err())
        .contains("warning: The table has no row below its header: nobody is imported.")
        .doesNotContain("hidden", "merged");
  }

  @Test
  void theOtherSheetsAreNamedIfTheFirstHasNoHeader() throws Exception {
    WorkbookFile workbook =
        new WorkbookFile()
            .sheet("Notes", row(1, "How to use this file") + row(2, "Ask HR"))
            .sheet("Old", "hidden", row(1, "email"))
            .sheet("Codes", row(1, "code", "meaning of it"))
            .sheet("Users", row(1, "email", "first_name") + row(2, "ann@example.org", "Ann"));

    Run refused = run(workbook);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "The workbook has the sheets \"Notes\", \"Codes\", \"Users\", and \"Notes\" was"
                + " read: for another one use --sheet, as in --sheet \"Users\", which has a"
                + " header.");
    assertThat(run(workbook, "--sheet", "Users").status()).isZero();
    assertThat(run(workbook, "--sheet", "Codes").err()).doesNotContain("has the sheets");
    assertThat(run(new WorkbookFile().sheet("A", "").sheet("B", "")).err())
        .contains("as in --sheet \"B\".");
  }

  @Test
  void errorsInCellsAreProblemsOfTheirCells() throws Exception {
    WorkbookFile workbook =
        new WorkbookFile()
            .sheet(
                "Users",
                row(1, "email", "code", "first_name")
                    + row(2, "ann@example.org", "#DIV/0!", "Ann")
                    + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>bob@example.org</t></is></c>"
                    + "<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                    + "<c r=\"C3\" t=\"inlineStr\"><is><t>Bob</t></is></c></row>"
                    + "<row r=\"4\"><c r=\"A4\" t=\"e\"><v>#N/A</v></c></row>");

    Run run = run(workbook);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("data-error: 2 records, lines 3 and 4")
        .contains("column 2 (code): The cell shows the error #DIV/0! instead of a value")
        .contains("column 1 (email): The cell shows the error #N/A instead of a value")
        .doesNotContain("required");
    assertThat(user("ann@example.org")).contains("\"code\":\"#DIV/0!\""); // it is a text
    Run lenient = run(workbook, "--lenient", "--map", "first_name=last_name");
    assertThat(lenient.out()).contains("left out \"#DIV/0!\": The cell shows the error #DIV/0!");
    assertThat(user("bob@example.org")).contains("\"family_name\":\"Bob\"").doesNotContain("DIV");
  }

  @Test
  void aLargePieceOfMarkupIsRefused() throws Exception {
    String large = " ".repeat(5 << 20);
    for (String cell :
        new String[] {
          "<![CDATA[" + large + "]]>", "<!--" + large + "-->", "<x y=\"" + large + "\"/>"
        }) {
      Run run =
          run(
              new WorkbookFile()
                  .sheet(
                      "Users",
                      row(1, "email")
                          + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a@b.cd</v></c>"
                          + "<c r=\"B2\" t=\"str\"><v>"
                          + cell
                          + "</v></c></row>"));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("a tag, comment or CDATA section of more than 4194304");
    }
    assertThat(
            run(new WorkbookFile()
                    .sheet(
                        "Users",
                        row(1, "email")
                            + "<row r=\"2\"><c r=\"A2\" t=\"str\">"
                            + "<v><!-- > --><![CDATA[a@b.cd]]></v></c></row>"))
                .status())
        .isZero();
  }

  @Test
  void damagedWorkbooksAreTold() throws Exception {
    WorkbookFile workbook =
        new WorkbookFile().sheet("S", row(1, "email") + row(2, "a@example.org"));
    workbook.write(folder.resolve("whole.xlsx"));
    byte[] whole = Files.readAllBytes(folder.resolve("whole.xlsx"));
    Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length - 30));
    assertThat(Run.of(folder, "import", "cut.xlsx").err()).contains("the workbook is damaged");

    workbook.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>");
    assertThat(run(workbook).err()).contains("not well-formed");
    workbook.part(
        "xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>");
    assertThat(run(workbook).status()).isEqualTo(2);
    Run csv = run(workbook, "--format", "csv");
    assertThat(csv.err()).contains("is a workbook: import it with --format xlsx");
    Files.writeString(folder.resolve("text.csv"), "email\na@example.org\n");
    assertThat(Run.of(folder, "import", "text.csv", "--format", "xlsx").err())
        .contains("is no workbook (.xlsx)");
  }

  @Test
  void aBombIsNotExpanded() throws Exception {
    String blank = " ".repeat(1 << 20);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 110; i++) {
      rows.append(blank);
    }
    WorkbookFile workbook = new WorkbookFile().sheet("S", row(1, "email") + rows);

    assertThat(run(workbook).status()).isZero(); // large, but nothing to be afraid of
    Files.writeString(folder.resolve("small.yml"), "limits: {expanded_bytes: 100000000}\n");
    Run refused = run(workbook, "--config", "small.yml");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "expands to more than 100000000 bytes, which is the limit (limits: expanded_bytes in"
                + " muster.yml)");
  }

  @Test
  void wideSheetsAreRead() throws Exception {
    StringBuilder cells = new StringBuilder("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a@b.cd</v></c>");
    cells.append("<c r=\"XFD2\"><v>1</v></c></row>");

    Run run = run(new WorkbookFile().sheet("S", row(1, "email") + cells));
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("column 16384 has a value");
    Run beyond =
        run(
            new WorkbookFile()
                .sheet("S", row(1, "email") + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"));
    assertThat(beyond.err()).contains("the workbook is damaged");
  }
}
