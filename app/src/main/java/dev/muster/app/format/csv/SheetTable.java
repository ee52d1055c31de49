package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.xlsx.Workbook;
import dev.muster.app.format.xlsx.WorkbookProblem;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A table as a sheet of a workbook. Rows have the numbers that the spreadsheet shows.
 *
 * @param sheet the sheet's name
 */
record SheetTable(InputFile input, String sheet, InputLimits limits) implements Table {

  /** Rejects of a workbook are text that spreadsheets open. */
  private static final CsvSyntax REJECTS = new CsvSyntax(',', "\r\n", Quoting.PLAIN, 1);

  /**
   * Finds the sheet of a workbook.
   *
   * @param requested its name; empty for the first visible one
   * @throws InputRefused if it is missing, or the workbook is damaged
   */
  static SheetTable of(InputFile input, Optional<String> requested, InputLimits limits)
      throws InputRefused, IOException {
    if (input.isCompressed()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNREADABLE_INPUT,
              input.name() + " is a compressed file: expand the workbook first"));
    }
    try (Workbook workbook = Workbook.open(input.path(), limits.expandedBytes())) {
      return new SheetTable(input, workbook.sheet(requested), limits);
    } catch (WorkbookProblem e) {
      throw refused(e);
    }
  }

  /** The names of the workbook's visible sheets. */
  List<String> sheets() throws IOException {
    try (Workbook workbook = Workbook.open(input.path(), limits.expandedBytes())) {
      return workbook.visibleSheets();
    }
  }

  /** Another sheet of the workbook. */
  SheetTable other(String name) {
    return new SheetTable(input, name, limits);
  }

  static InputRefused refused(WorkbookProblem e) {
    return new InputRefused(
        new InputProblem(
            ProblemCode.UNREADABLE_INPUT, e.getMessage() + ".", e.row(), e.column(), -1));
  }

  @Override
  public String description() {
    return "xlsx, sheet \"" + sheet + "\"";
  }

  @Override
  public Optional<String> charset() {
    return Optional.empty();
  }

  @Override
  public int headerRow() {
    return 1;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public TableRows rows() throws InputRefused, IOException {
    try {
      Workbook workbook = Workbook.open(input.path(), limits.expandedBytes());
      try {
        return new SheetRows(workbook, sheet, limits);
      } catch (IOException e) {
        workbook.close();
        throw e;
      }
    } catch (WorkbookProblem e) {
      throw refused(e);
    }
  }

  /** Never called, because rows of a sheet have no offset. */
  @Override
  public TableRows rowsAt(InputMark mark) {
    throw new IllegalStateException("rows of a sheet have no offset");
  }

  @Override
  public boolean isSeekable() {
    return false;
  }

  @Override
  public TableText rejects(OutputStream out) throws IOException {
    return rejectsOfSheets(out);
  }

  /** Starts a file of rejects, which is alike for all sheets. */
  static TableText rejectsOfSheets(OutputStream out) throws IOException {
    return new TableText(out, REJECTS, true);
  }
}
