package dev.muster.app.http.authgear;

import dev.muster.app.job.run.RecordQuota.Period;
import dev.muster.problem.Problem;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An error as Authgear's APIs have it.
 *
 * @param name the kind of error, which determines the code
 * @param reason a stable code, for programs
 * @param code the HTTP status
 * @param info further data; empty if there is none
 */
record AuthgearError(String name, String reason, String message, int code, Struct info) {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;
  private static final int INTERNAL = 500;

  /** The request document violates its schema. */
  static AuthgearError invalidRequest(List<Problem> causes) {
    return validation("invalid request body", causes);
  }

  /** A record or a request violates a schema. */
  static AuthgearError validation(String message, List<Problem> causes) {
    return new AuthgearError(
        "Invalid",
        "ValidationFailed",
        message,
        BAD_REQUEST,
        causes.isEmpty() ? Struct.EMPTY : Struct.of("causes", causes(causes)));
  }

  /** Errors of a record that are not about its schema. */
  static AuthgearError invalid(Problem problem, Struct info) {
    return new AuthgearError(
        "Invalid", problem.code().wireName(), problem.message(), BAD_REQUEST, info);
  }

  static AuthgearError notFound(String reason, String message, Struct info) {
    return new AuthgearError("NotFound", reason, message, NOT_FOUND, info);
  }

  static AuthgearError taskNotFound() {
    return notFound("TaskNotFound", "task not found", Struct.EMPTY);
  }

  /**
   * The body is not JSON.
   *
   * @param byteOffset 0-based; negative if unknown
   */
  static AuthgearError invalidJson(String message, long byteOffset) {
    return new AuthgearError(
        "BadRequest",
        "InvalidJSON",
        message,
        BAD_REQUEST,
        byteOffset < 0 ? Struct.EMPTY : Struct.of("byte_offset", Value.of(byteOffset)));
  }

  static AuthgearError tooLarge(long limit) {
    return new AuthgearError(
        "RequestEntityTooLarge",
        "JSONTooLarge",
        "request body too large",
        TOO_LARGE,
        Struct.of("limit", Value.of(limit)));
  }

  /** The records of the request exceed what is left of the period's quota. */
  static AuthgearError usageLimitExceeded(Period period) {
    return new AuthgearError(
        "TooManyRequest",
        "UsageLimitExceeded",
        "usage limit exceeded",
        TOO_MANY,
        new Struct.Builder()
            .append("name", Value.of("UserImport"))
            .append("usage_name", Value.of("user_import"))
            .append("period", Value.of(period.name().toLowerCase(Locale.ROOT)))
            .build());
  }

  static AuthgearError unexpected() {
    return unexpected("unexpected error occurred");
  }

  static AuthgearError unexpected(String message) {
    return new AuthgearError("InternalError", "UnexpectedError", message, INTERNAL, Struct.EMPTY);
  }

  /** The error as a JSON object. */
  Struct document() {
    Struct.Builder members =
        new Struct.Builder()
            .append("name", Value.of(name))
            .append("reason", Value.of(reason))
            .append("message", Value.of(message))
            .append("code", Value.of(code));
    if (!info.isEmpty()) {
      members.append("info", info);
    }
    return members.build();
  }

  private static Value causes(List<Problem> problems) {
    return new Value.Array(
        problems.stream()
            .sorted(Comparator.comparing(AuthgearError::location))
            .<Value>map(AuthgearError::cause)
            .toList());
  }

  private static String location(Problem problem) {
    return problem.path() == null ? "" : problem.path();
  }

  private static Struct cause(Problem problem) {
    Struct.Builder cause =
        new Struct.Builder()
            .append("location", Value.of(location(problem)))
            .append("kind", Value.of(problem.kind() == null ? "" : problem.kind()));
    if (!problem.details().isEmpty()) {
      cause.append("details", problem.details());
    }
    return cause.build();
  }
}
