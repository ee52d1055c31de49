package dev.muster.app.format.csv;

import dev.muster.value.Blanks;
import java.util.List;

/** The cells of a header row. */
final class HeaderCells {

  private HeaderCells() {}

  /** The cells up to the last one that is not blank; all cells if all are blank. */
  static List<String> withoutTrailingBlanks(List<String> cells) {
    return withoutTrailingBlanks(cells, 0);
  }

  /**
   * The cells up to the last one that is not blank; all cells if all are blank.
   *
   * @param least how many cells are kept even if they are blank
   */
  static List<String> withoutTrailingBlanks(List<String> cells, int least) {
    int size = cells.size();
    while (size > least && Blanks.strip(cells.get(size - 1)).isEmpty()) {
      size--;
    }
    return size == 0 ? cells : cells.subList(0, size);
  }
}
