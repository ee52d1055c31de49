package dev.muster.app.format.csv;

import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.Cells;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Header;
import java.util.Optional;

/**
 * Refuses a table with recipes that name peppers which the settings lack. Its hashes could be
 * stored, but no password would ever fit them.
 */
final class PepperSurvey {

  /** How hashes begin that are stored with their recipes. */
  private static final String STORED = "$recipe$";

  private final Optional<Column> recipe;
  private final Optional<Column> hash;
  private final HashParts.Reader hashes;
  private String last = "";

  PepperSurvey(Header header, HashParts.Reader hashes) {
    this.recipe = header.column(ColumnKind.PASSWORD_RECIPE);
    this.hash = header.column(ColumnKind.PASSWORD_HASH);
    this.hashes = hashes;
  }

  /** Whether the cells of a column are needed. */
  boolean concern(int columnIndex) {
    return isAt(recipe, columnIndex) || isAt(hash, columnIndex);
  }

  private static boolean isAt(Optional<Column> column, int columnIndex) {
    return column.isPresent() && column.get().columnIndex() == columnIndex;
  }

  /**
   * Checks the recipe of a row.
   *
   * @param line of the row, 1-based
   */
  void see(Cells cells, long line) throws InputRefused {
    String text = recipe.isPresent() ? cells.at(recipe.get()) : null;
    if (text != null && !text.isEmpty() && !text.equals(last)) {
      check(text, line);
      last = text;
    }
    String stored = hash.isPresent() ? cells.at(hash.get()) : null;
    if (stored != null && stored.startsWith(STORED)) {
      check(stored, line);
    }
  }

  private void check(String text, long line) throws InputRefused {
    Optional<String> missing = hashes.missingPepper(text);
    if (missing.isPresent()) {
      throw new InputRefused(
          new InputProblem(ProblemCode.MISSING_PEPPER, missing.get(), line, 0, -1));
    }
  }
}
