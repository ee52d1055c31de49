package dev.muster.app.cli;

import dev.muster.app.cli.auth0.Auth0Words;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.GlobalOptions;
import dev.muster.app.cli.session.OutputLost;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs a command line: takes arguments, writes text, and returns an exit status. It has no static
 * state.
 */
public final class Muster {

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
      return status == ExitStatus.OK || status == ExitStatus.PROBLEMS
          ? Failures.tell(e, session)
          : status;
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
      int status = execute(arguments, line);
      session.out().print(help);
      return status;
    } catch (OutOfMemoryError e) {
      session.say(Failures.OUT_OF_MEMORY);
      return ExitStatus.BROKEN;
    } catch (OutputLost e) {
      return Failures.tell(e, session);
    } catch (StackOverflowError e) {
      return Failures.tell(new IllegalStateException("stack overflow", e), session);
    }
  }

  private static int execute(List<String> arguments, CommandLine line) {
    if (!Auth0Words.areMeant(arguments)) {
      return line.execute(Abbreviations.spelledOut(arguments).toArray(String[]::new));
    }
    Auth0Words auth0 = Auth0Words.of(arguments, line);
    String[] words = auth0.words().toArray(String[]::new);
    if (auth0.problem().isEmpty()) {
      return line.execute(words);
    }
    line.parseArgs(words); // so that the message can name the directory
    return Auth0Words.command(line).refuse(auth0.problem().get());
  }
}
