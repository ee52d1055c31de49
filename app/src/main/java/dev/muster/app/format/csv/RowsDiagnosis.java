package dev.muster.app.format.csv;

import dev.muster.problem.Remark;
import java.util.List;
import java.util.Optional;

/**
 * Compares the first rows of a table with its header: whether they seem to have another delimiter,
 * or to be quoted as a whole. For one table.
 */
final class RowsDiagnosis {

  private static final int ROWS_MAX = 20;

  private final int width;
  private final int[] fitting = new int[CsvSyntax.DELIMITERS.length()];
  private int rowsSeen;

  /**
   * A diagnosis of a table.
   *
   * @param width the number of columns of its header
   */
  RowsDiagnosis(int width) {
    this.width = width;
  }

  /** Whether the cells of more rows are needed. */
  boolean wantsRows() {
    return rowsSeen < ROWS_MAX && width > 1;
  }

  void see(CsvRow row) {
    List<String> cells = row.cells();
    rowsSeen++;
    if (row.firstValueFrom(width - 1) >= 0) {
      return; // it has a value in the last column
    }
    for (int i = 0; i < fitting.length; i++) {
      char delimiter = CsvSyntax.DELIMITERS.charAt(i);
      long found =
          cells.stream().mapToLong(text -> text.chars().filter(c -> c == delimiter).count()).sum();
      fitting[i] += found >= width - 1 ? 1 : 0;
    }
  }

  /** A remark, if no row fits the header, and all would with another delimiter. */
  Optional<String> note(List<String> header, Table table) {
    for (int i = 0; i < fitting.length; i++) {
      if (rowsSeen > 0 && fitting[i] == rowsSeen) {
        String delimiter = CsvSyntax.nameOf(CsvSyntax.DELIMITERS.charAt(i));
        return Optional.of(
            table.description().contains(" " + delimiter + ",")
                ? Remark.QUOTED_ROWS.with(delimiter)
                : Remark.OTHER_DELIMITER.with(header.size(), delimiter));
      }
    }
    return Optional.empty();
  }
}
