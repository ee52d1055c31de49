package dev.muster.profile.auth0;

import dev.muster.decide.Conflict;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Auth0's rules for decisions: with {@code upsert} existing users are updated, otherwise their
 * records fail. Immutable.
 */
final class Auth0Policy implements Policy {

  private final boolean upsert;

  Auth0Policy(boolean upsert) {
    this.upsert = upsert;
  }

  @Override
  public OnMatch onMatch() {
    return upsert ? OnMatch.UPDATE : OnMatch.REJECT;
  }

  @Override
  public String skipWarning() {
    throw new IllegalStateException("Auth0's records are never skipped");
  }

  @Override
  public Problem exists() {
    return Problem.of(
        ProblemCode.DUPLICATED_USER, "The user already exist and upsert parameter is false");
  }

  @Override
  public List<Problem> taken(List<Conflict> conflicts) {
    List<Problem> problems = new ArrayList<>(conflicts.size());
    Set<Key> keys = new HashSet<>();
    for (Conflict conflict : conflicts) {
      if (!keys.add(conflict.key())) {
        continue;
      }
      if (conflict.firstLine() > 0) {
        problems.add(repeated(conflict));
      } else if (upsert) {
        problems.add(taken(conflict));
      } else if (problems.isEmpty()) {
        problems.add(exists());
      }
    }
    return problems;
  }

  @Override
  public Problem disputed(int userCount) {
    return upsert
        ? Problem.of(
            ProblemCode.CONFLICT_EMAIL,
            "The e-mail address belongs to " + userCount + " users, so none is updated")
        : exists();
  }

  @Override
  public Problem disputed(List<Key> identities, int userCount) {
    if (!upsert) {
      return exists();
    }
    boolean byUserId = identities.stream().anyMatch(Key::isExternalId);
    String values =
        identities.stream()
            .map(key -> key.label() + " \"" + key.value() + "\"")
            .collect(Collectors.joining(", "));
    return Problem.of(
        byUserId ? ProblemCode.CONFLICT : ProblemCode.CONFLICT_USERNAME,
        userCount == 1
            ? "This value belongs to a user of another realm, who is not updated: " + values
            : "These values belong to " + userCount + " users, so none is updated: " + values);
  }

  private static Problem repeated(Conflict conflict) {
    String message =
        "A user with this "
            + conflict.label()
            + " was already provided. See line "
            + conflict.firstLine()
            + ".";
    return Problem.at(ProblemCode.DUPLICATED_USER, message, conflict.label());
  }

  private static Problem taken(Conflict conflict) {
    String message = "This " + conflict.key().label() + " belongs to another user";
    return switch (conflict.label()) {
      case "email" -> Problem.at(ProblemCode.CONFLICT_EMAIL, message, "email");
      case "username" -> Problem.at(ProblemCode.CONFLICT_USERNAME, message, "username");
      case "phone_number" -> Problem.at(ProblemCode.CONFLICT, message, "phone_number");
      default -> Problem.of(ProblemCode.CONFLICT, message);
    };
  }
}
