package dev.muster.app.format.csv;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.xlsx.SheetCells;
import dev.muster.app.format.xlsx.Workbook;
import dev.muster.app.format.xlsx.WorkbookProblem;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet. Rows that it leaves out are blank. For one thread. */
final class SheetRows implements TableRows {

  private static final @Nullable String[] NO_CELLS = {};

  private final Workbook workbook;
  private final SheetCells cells;
  private final InputLimits limits;
  private IntPredicate wanted = place -> true;
  private int row;
  private boolean ahead; // whether the cells' row is still to come

  SheetRows(Workbook workbook, String sheet, InputLimits limits) throws IOException {
    this.workbook = workbook;
    this.cells = workbook.cells(sheet);
    this.limits = limits;
  }

  @Override
  public void keepOnly(IntPredicate places) {
    wanted = places;
  }

  @Override
  public @Nullable CsvRow next() throws InputRefused, IOException {
    try {
      if (!ahead && !cells.next(wanted)) {
        return null;
      }
    } catch (WorkbookProblem e) {
      throw SheetTable.refused(e);
    }
    ahead = cells.row() > ++row;
    if (ahead) {
      return new CsvRow(row, true, NO_CELLS);
    }
    @Nullable String[] texts = cells.cells();
    check(texts);
    return new CsvRow(row, false, texts);
  }

  private void check(@Nullable String[] texts) throws InputRefused {
    long characters = 0;
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      int length = text == null ? 0 : text.length();
      if (length > limits.fieldCharacters()) {
        throw refused("a cell is longer than " + limits.fieldCharacters() + " characters", i + 1);
      }
      characters += length + 1;
    }
    if (characters > limits.recordBytes()) {
      throw refused(
          "the row is longer than " + limits.recordBytes() + " characters (limits: record_bytes)",
          0);
    }
  }

  private InputRefused refused(String what, int column) {
    return new InputRefused(
        InputProblem.at(ProblemCode.CSV_READ_ERROR, "Row " + row + ": " + what + ".", row, column));
  }

  @Override
  public long offset() {
    return -1;
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      cells.close();
    }
  }
}
