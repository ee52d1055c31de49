package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Key;
import java.util.List;
import java.util.stream.Collectors;

/** A dialect's rules for decisions, in addition to its wishes. Immutable. */
public interface Policy {

  OnMatch onMatch();

  /** The warning for a record whose user was not updated. */
  String skipWarning();

  /** The problem of a record whose user exists, if {@link #onMatch} is {@link OnMatch#REJECT}. */
  default Problem exists() {
    throw new IllegalStateException("this policy rejects no record because its user exists");
  }

  /** The problems of values that belong to others; {@code conflicts} is never empty. */
  List<Problem> taken(List<Conflict> conflicts);

  /** Whether a record that repeats a value of another one is told which values users have, too. */
  default boolean tellsAllConflicts() {
    return false;
  }

  /** The problem of a key that several users have. */
  Problem disputed(int userCount);

  /** The problem of a record whose identities match several users. */
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
