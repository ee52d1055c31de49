package dev.muster.app.cli;

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

/** The command line: arguments in, texts and an exit status out. Nothing of it is static. */
public final class Muster {

  private Muster() {}

  /** Runs one command to its end; the process's exit status. */
  public static int run(List<String> arguments, ProcessEnvironment around) {
    GlobalOptions options = new GlobalOptions();
    try (CliSession session = new CliSession(around, options)) {
      return written(run(arguments, session, options), session);
    }
  }

  /** The exit status once standard output is written to its end. */
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
    StringWriter help = new StringWriter(); // picocli would tell of a broken pipe by itself
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
      return ExitStatus.BROKEN;
    } catch (OutputLost e) {
      return Failures.tell(e, session);
    } catch (StackOverflowError e) {
      return Failures.tell(new IllegalStateException("stack overflow", e), session);
    }
  }
}
