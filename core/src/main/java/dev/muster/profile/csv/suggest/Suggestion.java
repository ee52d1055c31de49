package dev.muster.profile.csv.suggest;

import dev.muster.problem.ShownText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Set;

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

  /** This suggestion, with words that become empty cells. */
  Suggestion takingAsEmpty(Set<String> words) {
    return words.isEmpty()
        ? this
        : new Suggestion(
            column,
            takingAsEmpty(target, words),
            name,
            certainty,
            reason,
            choices.stream().map(choice -> takingAsEmpty(choice, words)).toList());
  }

  private static Value takingAsEmpty(Value target, Set<String> words) {
    Struct members = target instanceof Struct struct ? struct : Struct.of("to", target);
    if (target.equals(LEFT_OUT) || members.has("split")) {
      return target;
    }
    Struct known = members.get("values") instanceof Struct values ? values : Struct.EMPTY;
    Value empty = known.get("");
    Struct.Builder values = known.edit();
    words.forEach(word -> values.put(word, empty == null ? Value.of("") : empty));
    return members.edit().put("values", values.build()).build();
  }

  /** Whether a person has to choose. */
  public boolean isOpen() {
    return !choices.isEmpty();
  }
}
