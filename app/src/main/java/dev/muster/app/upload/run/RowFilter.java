package dev.muster.app.upload.run;

import dev.muster.report.Outcome;
import java.util.Optional;

/**
 * Which records of a report are wanted.
 *
 * @param changed whether they changed their user, which an update need not
 * @param code the wire name of a problem that they have
 * @param text a text in their cells or messages; upper and lower case are equal
 */
public record RowFilter(
    Optional<Outcome> outcome,
    Optional<Boolean> changed,
    Optional<String> code,
    Optional<String> text) {

  /** All records. */
  public static final RowFilter ALL =
      new RowFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public RowFilter with(Outcome wanted) {
    return new RowFilter(Optional.of(wanted), changed, code, text);
  }

  public RowFilter withChanged(boolean wanted) {
    return new RowFilter(outcome, Optional.of(wanted), code, text);
  }

  public RowFilter withCode(String wireName) {
    return new RowFilter(outcome, changed, Optional.of(wireName), text);
  }

  public RowFilter withText(String wanted) {
    return new RowFilter(outcome, changed, code, Optional.of(wanted));
  }
}
