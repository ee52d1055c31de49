package dev.muster.app.report;

import dev.muster.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Why something is a problem, where its message, which others compare, doesn't tell. */
final class Cause {

  private Cause() {}

  /** The cause for people; null where the message says it all. */
  static @Nullable String of(Problem problem) {
    String cause = problem.details().text("error");
    return problem.message().equals(cause) ? null : cause;
  }

  /** The message of a problem with its cause. */
  static String messageWith(Problem problem) {
    String cause = of(problem);
    return problem.message() + (cause == null ? "" : ": " + cause);
  }
}
