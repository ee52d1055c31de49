package dev.muster.problem;

/**
 * A remark on a record or a cell that was applied, maybe not as expected.
 *
 * @param message a text for people; never contains a secret
 * @param column the 0-based column of a table's cell; {@link Problem#NO_COLUMN} otherwise
 */
public record Warning(String message, int column) {

  public static Warning of(String message) {
    return new Warning(message, Problem.NO_COLUMN);
  }

  public boolean isOfCell() {
    return column != Problem.NO_COLUMN;
  }
}
