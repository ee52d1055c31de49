package dev.muster.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything of the outside that a run of the command line sees, so that any number of them can run
 * in one process.
 *
 * @param in standard input
 * @param out standard output; always written as UTF-8
 * @param err standard error; always written as UTF-8
 * @param environment variables by name
 * @param workingDirectory what relative paths start from
 * @param inTerminal whether somebody types the standard input
 * @param outTerminal whether somebody watches the standard output
 * @param errTerminal whether somebody watches the standard error
 * @param interrupts tells when somebody wants the run to end
 */
public record ProcessEnvironment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingDirectory,
    boolean inTerminal,
    boolean outTerminal,
    boolean errTerminal,
    Interrupts interrupts) {

  public ProcessEnvironment {
    environment = Map.copyOf(environment);
  }

  /** Without a terminal, and without anybody who interrupts. */
  public static ProcessEnvironment piped(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      Path workingDirectory) {
    return new ProcessEnvironment(
        in, out, err, environment, workingDirectory, false, false, false, Interrupts.NONE);
  }

  /** An environment variable; empty text counts as absent. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The width of the terminal, if there is one. */
  int columns() {
    try {
      return Math.max(20, Integer.parseInt(variable("COLUMNS")));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
