package dev.muster.app.remote.auth0;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors of one row of a job.
 *
 * @param user the row, in which secrets may be replaced by {@code *****}
 * @param errors at least one
 */
public record RowErrors(Struct user, List<RowError> errors) {

  public RowErrors {
    errors = List.copyOf(errors);
  }

  /**
   * One error.
   *
   * @param path the property that it is about; empty for the whole row
   */
  public record RowError(String code, String message, String path) {}

  static List<RowErrors> of(Value.Array rows) {
    List<RowErrors> all = new ArrayList<>();
    for (Value row : rows.items()) {
      if (row instanceof Struct members) {
        Struct user = members.get("user") instanceof Struct given ? given : Struct.EMPTY;
        all.add(new RowErrors(user, errors(members)));
      }
    }
    return all;
  }

  private static List<RowError> errors(Struct row) {
    List<RowError> errors = new ArrayList<>();
    if (row.get("errors") instanceof Value.Array given) {
      for (Value each : given.items()) {
        if (each instanceof Struct error) {
          errors.add(
              new RowError(text(error, "code"), text(error, "message"), text(error, "path")));
        }
      }
    }
    return errors;
  }

  private static String text(Struct members, String name) {
    String text = members.text(name);
    return text == null ? "" : text;
  }

  /** Shows no user data. */
  @Override
  public String toString() {
    return "RowErrors[" + errors + "]";
  }
}
