package dev.muster.app.document;

import dev.muster.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Explains a problem whose message is fixed, because scripts compare it, and does not name the
 * cause.
 */
public final class Cause {

  private Cause() {}

  /** The explanation; null if the message suffices. */
  public static @Nullable String of(Problem problem) {
    String cause = problem.details().text("error");
    return problem.message().equals(cause) ? null : cause;
  }

  /** The message of a problem with its cause. */
  public static String messageWith(Problem problem) {
    String cause = of(problem);
    String message = problem.message();
    return cause == null ? message : message + (message.endsWith(".") ? " " : ": ") + cause;
  }
}
