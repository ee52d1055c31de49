package dev.muster.profile.csv.suggest;

import dev.muster.value.Value;

/**
 * What one column of a table seems to be.
 *
 * @param column its header cell
 * @param target what it becomes, as a mapping writes it
 * @param name the name of the column that it becomes; empty if it is left out or split
 * @param reason why, without any cell of the table
 */
public record Suggestion(
    String column, Value target, String name, Certainty certainty, String reason) {

  private static final Value LEFT_OUT = Value.of("-");

  static Suggestion leftOut(String column, String reason) {
    return new Suggestion(column, LEFT_OUT, "", Certainty.UNKNOWN, reason);
  }

  static Suggestion of(
      String column, String name, Value target, Certainty certainty, String reason) {
    return new Suggestion(column, target, name, certainty, reason);
  }
}
