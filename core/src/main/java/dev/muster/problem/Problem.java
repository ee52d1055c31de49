package dev.muster.problem;

import dev.muster.value.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a record or a cell.
 *
 * @param code a stable code, for programs
 * @param message a text for people; never contains a secret
 * @param path the place in the record: a JSON pointer (RFC 6901) such as {@code /email}, or as
 *     Auth0 writes it, {@code mfa_factors[0].phone.value}; null if it concerns the whole record
 * @param column the 0-based column of a table's cell; {@link #NO_COLUMN} otherwise
 * @param kind the schema keyword that was broken ({@code type}, {@code required}, …), for the
 *     Authgear API; null otherwise
 * @param details details of {@code kind}; also {@code error}, an explanation of the cause if the
 *     message is fixed because scripts compare it; mostly empty
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

  /** This problem with another message. */
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
