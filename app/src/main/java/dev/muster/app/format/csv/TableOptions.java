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
 * @param headerRow the number of the header row, from 1; 0 if unspecified
 * @param sheet the sheet of a workbook; empty for its first visible one
 */
record TableOptions(int headerRow, Optional<String> sheet) {

  private static final int HEADER_ROW_MAX = 10_000;

  /**
   * The options among those of an import.
   *
   * @throws InputRefused if the header row is no number from 1 to 10,000
   */
  static TableOptions of(ImportOptions options) throws InputRefused {
    @Nullable Value row = options.formatOptions().get("header_row");
    return new TableOptions(
        row == null ? 0 : headerRow(row),
        Optional.ofNullable(options.formatOptions().text("sheet")));
  }

  private static int headerRow(Value row) throws InputRefused {
    if (row instanceof Value.Num number && number.literal().matches("[1-9][0-9]{0,4}")) {
      int parsed = Integer.parseInt(number.literal());
      if (parsed <= HEADER_ROW_MAX) {
        return parsed;
      }
    }
    throw new InputRefused(
        InputProblem.of(
            ProblemCode.INVALID_REQUEST, "the header row is a number from 1 to " + HEADER_ROW_MAX));
  }
}
