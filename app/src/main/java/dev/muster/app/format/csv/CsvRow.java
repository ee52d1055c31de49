package dev.muster.app.format.csv;

import dev.muster.value.Blanks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table as the file has it. Immutable. */
final class CsvRow {

  private final long line;
  private final boolean blank;
  private final @Nullable String[] cells;
  private final int surplus;
  private final @Nullable BitSet errors;

  /** A row whose cells are all at their places; see the other constructor. */
  CsvRow(long line, boolean blank, @Nullable String[] cells) {
    this(line, blank, cells, -1, null);
  }

  /**
   * A row.
   *
   * @param line its number among all rows, blank ones included; the header is 1
   * @param blank whether its line is empty
   * @param cells their texts; null for cells that {@link TableRows#keepOnly} excludes. Not copied
   * @param surplus the index in the file of the first text beyond the header's columns, if such
   *     texts follow those columns without their gaps; otherwise -1
   * @param errors the 0-based places of cells that show an error instead of a value; null if none
   *     do. Not copied
   */
  CsvRow(long line, boolean blank, @Nullable String[] cells, int surplus, @Nullable BitSet errors) {
    this.line = line;
    this.blank = blank;
    this.cells = cells;
    this.surplus = surplus;
    this.errors = errors;
  }

  long line() {
    return line;
  }

  boolean isBlank() {
    return blank;
  }

  /** The 0-based places of cells that show an error instead of a value; null if none do. */
  @Nullable BitSet errors() {
    return errors;
  }

  /** The number of cells. */
  int size() {
    return cells.length;
  }

  /** The unchanged cells; none for a blank line. Excluded cells are empty texts. */
  List<String> cells() {
    List<String> texts = new ArrayList<>(cells.length);
    for (String cell : cells) {
      texts.add(cell == null ? "" : cell);
    }
    return texts;
  }

  /**
   * The value of a cell: its text without surrounding white space, with LF as line end.
   *
   * @param place the 0-based index of the cell
   * @return null if the row has no such cell, or if it is excluded
   */
  @Nullable String value(int place) {
    String cell = place < cells.length ? cells[place] : null;
    if (cell == null) {
      return null;
    }
    String text = Blanks.strip(cell);
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * The index in the file of the first cell from a place on that is neither blank nor excluded; -1
   * if there is none.
   */
  int firstValueFrom(int place) {
    for (int i = place; i < cells.length; i++) {
      String cell = cells[i];
      if (cell != null && !Blanks.strip(cell).isEmpty()) {
        return Math.max(i, surplus);
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "CsvRow[line=" + line + ", cells=" + cells.length + "]"; // values may be secret
  }
}
