package dev.muster.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs a command line: takes arguments, writes text, and returns an exit status. It has no static
 * state.
 */
public final class Muster {

  /** Success: the command was executed; in an import, no record failed. */
  static final int OK = 0;

  /** Some record failed, or the requested object does not exist. */
  static final int PROBLEMS = 1;

  /** Wrong usage, or an input that can't be imported; nothing was done. */
  static final int REFUSED = 2;

  /** An error during the work, such as a full disk or a lost database connection. */
  static final int BROKEN = 3;

  /** Interrupted, by Ctrl-C or SIGTERM. */
  static final int INTERRUPTED = 130;

  /** The reader of standard output was gone; the same status that shells report after SIGPIPE. */
  static final int BROKEN_PIPE = 141;

  private Muster() {}

  /** Runs one command and returns the exit status of the process. */
  public static int run(List<String> arguments, ProcessEnvironment around) {
    GlobalOptions options = new GlobalOptions();
    try (CliSession session = new CliSession(around, options)) {
      return written(run(arguments, session, options), session);
    }
  }

  /** Flushes standard output and returns the exit status. */
  private static int written(int status, CliSession session) {
    try {
      session.out().flush();
      return status;
    } catch (OutputLost e) {
      return status == OK || status == PROBLEMS ? Failures.tell(e, session) : status;
    }
  }

  private static int run(List<String> arguments, CliSession session, GlobalOptions options) {
    CommandLine line = Commands.of(arguments, session, options);
    StringWriter help = new StringWriter(); // picocli would report a broken pipe itself
    line.setOut(new PrintWriter(help));
    line.setErr(session.err());
    line.setExecutionStrategy(new EmptyValues());
    line.setParameterExceptionHandler(new UsageErrors(session));
    line.setExecutionExceptionHandler((e, command, parsed) -> Failures.tell(e, session));
    try {
      int status = line.execute(Abbreviations.spelledOut(arguments).toArray(String[]::new));
      session.out().print(help);
      return status;
    } catch (OutOfMemoryError e) {
      session.say(Failures.OUT_OF_MEMORY);
      return BROKEN;
    } catch (OutputLost e) {
      return Failures.tell(e, session);
    } catch (StackOverflowError e) {
      return Failures.tell(new IllegalStateException("stack overflow", e), session);
    }
  }

  static String stackTrace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
