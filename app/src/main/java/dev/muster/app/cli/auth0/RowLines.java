package dev.muster.app.cli.auth0;

import dev.muster.problem.Problem;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.stream.Collectors;

/** Prints which users failed, a line each, up to a limit. */
final class RowLines {

  private static final int LINES_MAX = 1_000;

  private final Auth0Text text;
  private final String command;
  private long lines;

  /**
   * Prints nothing yet.
   *
   * @param command shows all of them
   */
  RowLines(Auth0Text text, String command) {
    this.text = text;
    this.command = command;
  }

  /** Prints the problems of a record that failed. */
  void add(RecordResult result) {
    if (result.outcome() == Outcome.FAILED) {
      add(
          "user " + (result.position().index() + 1) + ", line " + result.position().line(),
          result.problems().stream().map(RowLines::words).collect(Collectors.joining("; ")));
    }
  }

  /** Prints why a user failed. */
  void add(String place, String reason) {
    if (lines++ < LINES_MAX) {
      text.say(place + ": " + reason);
    }
  }

  private static String words(Problem problem) {
    String path = problem.path() == null || problem.path().isEmpty() ? "" : problem.path() + ": ";
    return problem.code().wireName() + ": " + path + problem.message();
  }

  /** Prints how many more there are. */
  void end() {
    if (lines > LINES_MAX) {
      text.say("and " + (lines - LINES_MAX) + " more: " + command);
    }
  }
}
