package dev.muster.problem;

import java.util.Optional;

/**
 * A remark on a record or a cell that was applied, maybe not as expected.
 *
 * @param message a text for people; never contains a secret
 * @param column the 0-based column of a table's cell; {@link Problem#NO_COLUMN} otherwise
 * @param code the wire name of its {@link WarningCode}; empty for most
 */
public record Warning(String message, int column, Optional<String> code) {

  /** A warning without a code. */
  public Warning(String message, int column) {
    this(message, column, Optional.empty());
  }

  public static Warning of(String message) {
    return new Warning(message, Problem.NO_COLUMN);
  }

  public boolean isOfCell() {
    return column != Problem.NO_COLUMN;
  }
}
