package dev.muster.app.format.csv;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.xlsx.SheetCells;
import dev.muster.app.format.xlsx.Workbook;
import dev.muster.app.format.xlsx.WorkbookProblem;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a sheet. Rows without a text in any cell are blank, whether the sheet has them
 * or not. For one thread.
 */
final class SheetRows implements TableRows {

  private static final @Nullable String[] NO_CELLS = {};

  private final Workbook workbook;
  private final SheetCells cells;
  private final InputLimits limits;
  private IntPredicate wanted = place -> true;
  private int width; // of the header, once it is known
  private int row;
  private long hiddenRows;
  private int firstHidden;
  private boolean ahead; // whether the cells' row is still to come

  SheetRows(Workbook workbook, String sheet, InputLimits limits) throws IOException {
    this.workbook = workbook;
    this.cells = workbook.cells(sheet, charactersMax(limits));
    this.limits = limits;
  }

  /** One more than a row may have, so that longer ones are found. */
  private static int charactersMax(InputLimits limits) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, limits.recordBytes() + 1L);
  }

  @Override
  public void complete(int columns) {
    width = columns;
    cells.packFrom(columns);
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
    if (ahead || cells.isBlank()) {
      return new CsvRow(row, true, NO_CELLS);
    }
    if (cells.isHidden() && width > 0) {
      firstHidden = hiddenRows++ == 0 ? row : firstHidden;
    }
    @Nullable String[] texts = cells.cells();
    check(texts);
    return new CsvRow(row, false, completed(texts), cells.surplus(), cells.errors());
  }

  /** The texts with an empty one for each wanted cell of the header's columns that has none. */
  private @Nullable String[] completed(@Nullable String[] texts) {
    @Nullable String[] all = texts.length < width ? Arrays.copyOf(texts, width) : texts;
    for (int place = 0; place < width; place++) {
      if (all[place] == null && wanted.test(place)) {
        all[place] = "";
      }
    }
    return all;
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
  public List<String> notes(int headerRow) {
    List<String> notes = new ArrayList<>(0);
    if (hiddenRows > 0) {
      notes.add(
          hiddenRows == 1
              ? Remark.HIDDEN_ROW.with(firstHidden)
              : Remark.HIDDEN_ROWS.with(hiddenRows, firstHidden));
    }
    cells.mergedBelow(headerRow).map(Remark.MERGED_ROWS::with).ifPresent(notes::add);
    return notes;
  }

  @Override
  public long physicalLine() {
    return row;
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
