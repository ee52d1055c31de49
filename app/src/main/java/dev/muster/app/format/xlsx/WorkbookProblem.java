package dev.muster.app.format.xlsx;

import java.io.IOException;
import java.io.Serial;

/** A workbook can't be read: it is damaged, or a cell has no value. The message says which. */
public final class WorkbookProblem extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final int row;
  private final int column;

  WorkbookProblem(String message) {
    this(message, 0, 0);
  }

  /**
   * A problem of a cell.
   *
   * @param row 1-based
   * @param column 1-based
   */
  WorkbookProblem(String message, int row, int column) {
    super(message);
    this.row = row;
    this.column = column;
  }

  /** The 1-based row of the cell; 0 if the problem concerns the workbook. */
  public int row() {
    return row;
  }

  /** The 1-based column of the cell; 0 if the problem concerns the workbook. */
  public int column() {
    return column;
  }
}
