package dev.muster.profile.csv;

import dev.muster.decide.Conflict;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for decisions about rows of a table: existing users are updated. */
final class CsvPolicy implements Policy {

  @Override
  public OnMatch onMatch() {
    return OnMatch.UPDATE;
  }

  @Override
  public String skipWarning() {
    return "";
  }

  @Override
  public boolean tellsAllConflicts() {
    return true;
  }

  /** One problem for each column, about the row as a whole. */
  @Override
  public List<Problem> taken(List<Conflict> conflicts) {
    List<Problem> problems = new ArrayList<>(conflicts.size());
    Set<String> columns = new HashSet<>();
    for (Conflict conflict : conflicts) {
      if (columns.add(conflict.label())) {
        problems.add(problem(conflict));
      }
    }
    return problems;
  }

  @Override
  public Problem disputed(int userCount) {
    return Problem.of(
        ProblemCode.KEY_MATCHES_TOO_MANY_USERS, "The key fits " + userCount + " users.");
  }

  private static Problem problem(Conflict conflict) {
    String value =
        SecretText.isSecretName(conflict.label())
            ? SecretText.REDACTED
            : ShownText.cut(conflict.key().value());
    if (conflict.firstLine() > 0) {
      return Problem.of(
          ProblemCode.UNIQUE_CONSTRAINT_FAILED,
          conflict.label() + " \"" + value + "\" is in row " + conflict.firstLine() + " already.");
    }
    if (conflict.key().isExternalId()) {
      return Problem.of(
          ProblemCode.EXTERNAL_ID_ALREADY_EXISTS,
          "The external id \"" + value + "\" belongs to another user.");
    }
    return Problem.of(
        ProblemCode.UNIQUE_CONSTRAINT_FAILED,
        conflict.label() + " \"" + value + "\" belongs to another user.");
  }
}
