package dev.muster.app.job;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.WarningCode;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A filter for results of an import. A result must match all given criteria.
 *
 * @param code the wire name of a problem or warning
 * @param line the line of the input at which the record begins
 * @param changed whether the record changed its user, which an update need not
 * @param text a text that its problems or, if it failed, the record itself must contain
 */
public record ResultFilter(
    Optional<Outcome> outcome,
    Optional<String> code,
    OptionalLong line,
    Optional<Boolean> changed,
    Optional<TextSearch> text) {

  /** The wire names that {@code code} can be. */
  public static final List<String> CODES =
      Stream.concat(
              Stream.of(ProblemCode.values()).map(ProblemCode::wireName),
              Stream.of(WarningCode.values()).map(WarningCode::wireName))
          .distinct()
          .toList();

  /** Every result. */
  public static final ResultFilter ALL =
      new ResultFilter(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty());

  public ResultFilter with(Outcome wanted) {
    return new ResultFilter(Optional.of(wanted), code, line, changed, text);
  }

  public ResultFilter withCode(String wireName) {
    return new ResultFilter(outcome, Optional.of(wireName), line, changed, text);
  }

  public ResultFilter atLine(long number) {
    return new ResultFilter(outcome, code, OptionalLong.of(number), changed, text);
  }

  public ResultFilter with(TextSearch search) {
    return new ResultFilter(outcome, code, line, changed, Optional.of(search));
  }

  /** Whether a result matches all criteria except {@link #text}. */
  public boolean fitsWithoutText(RecordResult result) {
    return (outcome.isEmpty() || outcome.get() == result.outcome())
        && (changed.isEmpty() || changed.get() == result.changed())
        && (line.isEmpty() || line.getAsLong() == result.position().line())
        && (code.isEmpty() || hasCode(result, code.get()));
  }

  private static boolean hasCode(RecordResult result, String code) {
    for (Problem problem : result.problems()) {
      if (problem.code().wireName().equals(code)) {
        return true;
      }
    }
    return result.warnings().stream().anyMatch(warning -> warning.code().equals(Optional.of(code)));
  }
}
