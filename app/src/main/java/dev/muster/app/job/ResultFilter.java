package dev.muster.app.job;

import dev.muster.problem.Problem;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A filter for results of an import. A result must match all given criteria.
 *
 * @param code a problem's wire name
 * @param line the line of the input at which the record begins
 * @param text a text that its problems or, if it failed, the record itself must contain
 */
public record ResultFilter(
    Optional<Outcome> outcome,
    Optional<String> code,
    OptionalLong line,
    Optional<TextSearch> text) {

  /** Every result. */
  public static final ResultFilter ALL =
      new ResultFilter(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

  public ResultFilter with(Outcome wanted) {
    return new ResultFilter(Optional.of(wanted), code, line, text);
  }

  public ResultFilter withCode(String wireName) {
    return new ResultFilter(outcome, Optional.of(wireName), line, text);
  }

  public ResultFilter atLine(long number) {
    return new ResultFilter(outcome, code, OptionalLong.of(number), text);
  }

  public ResultFilter with(TextSearch search) {
    return new ResultFilter(outcome, code, line, Optional.of(search));
  }

  /** Whether a result matches all criteria except {@link #text}. */
  public boolean fitsWithoutText(RecordResult result) {
    return (outcome.isEmpty() || outcome.get() == result.outcome())
        && (line.isEmpty() || line.getAsLong() == result.position().line())
        && (code.isEmpty() || result.problems().stream().anyMatch(this::hasCode));
  }

  private boolean hasCode(Problem problem) {
    return problem.code().wireName().equals(code.orElseThrow());
  }
}
