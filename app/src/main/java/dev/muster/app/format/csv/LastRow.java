package dev.muster.app.format.csv;

import dev.muster.problem.Remark;
import java.util.Optional;

/**
 * Notices a table that seems to be cut off: its last row has fewer cells than every other one, and
 * no line end. For one table.
 */
final class LastRow {

  private int least; // the fewest cells of the rows before the last one
  private int width;
  private long number;

  /**
   * A table of which no row was read yet.
   *
   * @param headerWidth the number of cells of the header
   */
  LastRow(int headerWidth) {
    this.least = headerWidth;
    this.width = headerWidth;
  }

  /** Takes the next row, which is not blank. */
  void see(CsvRow row, TableRows rows) {
    least = Math.min(least, width);
    width = rows.width();
    number = row.line();
  }

  /** A remark after the last row, if the table seems to be cut off in it. */
  Optional<String> note(TableRows rows) {
    if (width == 0 || width >= least || !rows.isWithoutLineEnd()) {
      return Optional.empty();
    }
    String cells = width == 1 ? "1 cell" : width + " cells";
    return Optional.of(Remark.CUT_OFF.with(cells, least, number - 1));
  }
}
