package dev.muster.problem;

import dev.muster.value.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a record or a cell.
 *
 * @param code what programs compare
 * @param message what people read; never holds a secret
 * @param path the place in the record as a JSON pointer (RFC 6901), {@code /email}; null when it is
 *     about no one place
 * @param column the 0-based column of a table's cell; {@link #NO_COLUMN} otherwise
 * @param kind the schema keyword that was broken ({@code type}, {@code required}, …), for the
 *     Authgear API; null otherwise
 * @param details what belongs to {@code kind}, and {@code error}, the cause for people where a
 *     message that others compare doesn't tell; mostly empty
 */
public record Problem(
    ProblemCode code,
    String message,
    @Nullable String path,
    int column,
    @Nullable String kind,
    Struct details) {

  public static final int NO_COLUMN = -1;

  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, message, null, NO_COLUMN, null, Struct.EMPTY);
  }

  public static Problem at(ProblemCode code, String message, String path) {
    return new Problem(code, message, path, NO_COLUMN, null, Struct.EMPTY);
  }

  public static Problem inColumn(ProblemCode code, String message, int column) {
    return new Problem(code, message, null, column, null, Struct.EMPTY);
  }

  /** The same, said otherwise. */
  public Problem saying(String otherMessage) {
    return new Problem(code, otherMessage, path, column, kind, details);
  }

  public Problem with(String schemaKind, Struct schemaDetails) {
    return new Problem(code, message, path, column, schemaKind, schemaDetails);
  }

  public boolean isOfCell() {
    return column != NO_COLUMN;
  }
}
