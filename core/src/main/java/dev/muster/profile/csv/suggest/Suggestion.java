package dev.muster.profile.csv.suggest;

import dev.muster.problem.ShownText;
import dev.muster.value.Value;
import java.util.List;

/**
 * What one column of a table seems to be.
 *
 * @param column its name, or {@code column 3} if the name is missing or does not find it alone
 * @param target what it becomes, as a mapping writes it; if a person has to choose, that it is left
 *     out
 * @param name the name of the column that it becomes; empty if it is left out or split
 * @param reason why, without any cell of the table
 * @param choices what it can become, if a person has to choose; otherwise none
 */
public record Suggestion(
    String column,
    Value target,
    String name,
    Certainty certainty,
    String reason,
    List<Value> choices) {

  public Suggestion {
    choices = List.copyOf(choices);
  }

  private static final Value LEFT_OUT = Value.of("-");

  static Suggestion leftOut(String column, String reason) {
    return new Suggestion(column, LEFT_OUT, "", Certainty.UNKNOWN, reason, List.of());
  }

  static Suggestion of(
      String column, String name, Value target, Certainty certainty, String reason) {
    return new Suggestion(column, target, name, certainty, reason, List.of());
  }

  /** A suggestion that leaves the choice to a person. */
  static Suggestion toChoose(String column, String name, String reason, List<Value> choices) {
    return new Suggestion(column, LEFT_OUT, name, Certainty.NOT_SURE, reason, choices);
  }

  /** This suggestion about a column that is named by its number. */
  Suggestion numbered(String number) {
    String cell = column.isEmpty() ? "no name" : ShownText.quoted(column);
    return new Suggestion(number, target, name, certainty, cell + "; " + reason, choices);
  }

  /** Whether a person has to choose. */
  public boolean isOpen() {
    return !choices.isEmpty();
  }
}
