package dev.muster.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** The command line: arguments in, texts and an exit status out. Nothing of it is static. */
public final class Muster {

  /** Every record was inserted, updated or skipped; or what was asked for was done. */
  static final int OK = 0;

  /** Some record failed; or what was asked about is not there. */
  static final int PROBLEMS = 1;

  /** Bad usage, or an input that can't be imported: nothing was done. */
  static final int REFUSED = 2;

  /** The world broke on the way: disk full, database gone. */
  static final int BROKEN = 3;

  /** RandomUsers interrupted. */
  static final int INTERRUPTED = 130;

  private Muster() {}

  /** Runs one command to its end; the process's exit status. */
  public static int run(List<String> arguments, ProcessEnvironment around) {
    GlobalOptions options = new GlobalOptions();
    try (CliSession session = new CliSession(around, options)) {
      int status = run(arguments, session, options);
      session.out().flush();
      if (session.out().checkError() && (status == OK || status == PROBLEMS)) {
        session.say(
            "standard output could not be written to its end; what was done is done"
                + " (imports are on record: muster imports list)");
        return BROKEN;
      }
      return status;
    }
  }

  private static int run(List<String> arguments, CliSession session, GlobalOptions options) {
    CommandLine line = Commands.of(arguments, session, options);
    line.setOut(session.out());
    line.setErr(session.err());
    line.setExecutionStrategy(new EmptyValues());
    line.setParameterExceptionHandler(new UsageErrors(session));
    line.setExecutionExceptionHandler((e, command, parsed) -> Failures.tell(e, session));
    try {
      return line.execute(Abbreviations.spelledOut(arguments).toArray(String[]::new));
    } catch (OutOfMemoryError e) {
      session.say(Failures.OUT_OF_MEMORY);
      return BROKEN;
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
