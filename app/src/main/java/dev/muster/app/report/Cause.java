package dev.muster.app.report;

import dev.muster.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Explains a problem whose message is fixed, because scripts compare it, and does not name the
 * cause.
 */
final class Cause {

  private Cause() {}

  /** The explanation; null if the message suffices. */
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
