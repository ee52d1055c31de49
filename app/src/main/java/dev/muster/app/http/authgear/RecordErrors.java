package dev.muster.app.http.authgear;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;

/** Authgear's one error of a failed record, made of all its problems. */
final class RecordErrors {

  /** Authgear has one message for every record that violates the schema, and one for login ids. */
  private static final String INVALID_VALUE = "invalid value";

  private static final String LOGIN_ID = "/login_id";

  private RecordErrors() {}

  /** The error; empty if the record did not fail. */
  static Optional<AuthgearError> of(RecordResult result) {
    List<Problem> problems = result.problems();
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    Problem first = problems.get(0);
    if (first.code() == ProblemCode.VALIDATION_FAILED) {
      List<Problem> causes =
          problems.stream().filter(each -> each.code() == ProblemCode.VALIDATION_FAILED).toList();
      boolean loginId = LOGIN_ID.equals(first.path());
      return Optional.of(
          AuthgearError.validation(loginId ? first.message() : INVALID_VALUE, causes));
    }
    return Optional.of(single(first));
  }

  private static AuthgearError single(Problem problem) {
    return switch (problem.code()) {
      case ROLE_UNKNOWN_KEYS, GROUP_UNKNOWN_KEYS ->
          AuthgearError.notFound(problem.code().wireName(), problem.message(), problem.details());
      case INVARIANT_VIOLATED, INVALID_ACCOUNT_STATUS_TRANSITION ->
          AuthgearError.invalid(problem, withCause(problem));
      case REFUSED_BY_DATABASE -> AuthgearError.unexpected(problem.message());
      default -> AuthgearError.invalid(problem, problem.details());
    };
  }

  /** The problem's kind as {@code cause.kind}, and its details beside it. */
  private static Struct withCause(Problem problem) {
    Struct.Builder info = new Struct.Builder();
    if (problem.kind() != null) {
      info.append("cause", Struct.of("kind", Value.of(problem.kind())));
    }
    Struct details = problem.details();
    for (int i = 0; i < details.size(); i++) {
      info.append(details.nameAt(i), details.valueAt(i));
    }
    return info.build();
  }
}
