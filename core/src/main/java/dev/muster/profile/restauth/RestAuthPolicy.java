package dev.muster.profile.restauth;

import dev.muster.decide.Conflict;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import java.util.List;

/**
 * The rules for decisions about RestAuth's users. Their only login id is the user name that
 * identifies them.
 */
record RestAuthPolicy(OnMatch onMatch) implements Policy {

  @Override
  public String skipWarning() {
    return RestAuthLines.USER_SKIPPED;
  }

  @Override
  public List<Problem> taken(List<Conflict> conflicts) {
    return conflicts.stream()
        .map(
            conflict ->
                Problem.of(
                    ProblemCode.UNIQUE_CONSTRAINT_FAILED,
                    conflict.label() + " must be unique, and another user has this value"))
        .toList();
  }

  @Override
  public Problem disputed(int userCount) {
    return Problem.of(
        ProblemCode.KEY_MATCHES_TOO_MANY_USERS,
        "the name fits " + userCount + " users, so none of them is touched");
  }
}
