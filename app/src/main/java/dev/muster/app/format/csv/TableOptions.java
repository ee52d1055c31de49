package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import that say where its table is.
 *
 * @param headerRow the number of the header row, from 1; 0 if unspecified, or if there is none
 * @param headless whether there is no header, so that columns are named by their numbers
 * @param sheet the sheet of a workbook; empty for its first visible one
 */
record TableOptions(int headerRow, boolean headless, Optional<String> sheet) {

  private static final int HEADER_ROW_MAX = 10_000;

  /**
   * The options among those of an import.
   *
   * @throws InputRefused if the header row is no number from 0 to 10,000
   */
  static TableOptions of(ImportOptions options) throws InputRefused {
    @Nullable Value row = options.formatOptions().get("header_row");
    int headerRow = row == null ? 0 : headerRow(row);
    return new TableOptions(
        headerRow,
        row != null && headerRow == 0,
        Optional.ofNullable(options.formatOptions().text("sheet")));
  }

  /** The same table, taken to have no header. */
  TableOptions withoutHeader() {
    return new TableOptions(0, true, sheet);
  }

  private static int headerRow(Value row) throws InputRefused {
    if (row instanceof Value.Num number && number.literal().matches("0|[1-9][0-9]{0,4}")) {
      int parsed = Integer.parseInt(number.literal());
      if (parsed <= HEADER_ROW_MAX) {
        return parsed;
      }
    }
    throw new InputRefused(
        InputProblem.of(
            ProblemCode.INVALID_REQUEST,
            "the header row is a number from 1 to "
                + HEADER_ROW_MAX
                + ", or 0 if there is no header"));
  }
}
