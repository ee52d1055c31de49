package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Key;
import java.util.List;
import java.util.stream.Collectors;

/** How a dialect decides, beyond what its wishes carry. Immutable. */
public interface Policy {

  OnMatch onMatch();

  /** The warning for a record whose user was not updated. */
  String skipWarning();

  /** How the dialect reports values that others have; {@code conflicts} is never empty. */
  List<Problem> taken(List<Conflict> conflicts);

  /** How the dialect reports a key that several users have. */
  Problem disputed(int userCount);

  /** How the dialect reports that the identities of one record lead to several users. */
  default Problem disputed(List<Key> identities, int userCount) {
    return Problem.of(
        ProblemCode.KEY_MATCHES_TOO_MANY_USERS,
        identities.stream()
            .map(key -> key.label() + " \"" + key.value() + "\"")
            .collect(
                Collectors.joining(
                    ", ",
                    "these keys belong to " + userCount + " users, so none is updated: ",
                    "")));
  }
}
