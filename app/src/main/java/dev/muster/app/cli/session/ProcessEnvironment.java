package dev.muster.app.cli.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one run of the command line sees of its process, so that any number of them can run in one.
 *
 * @param in standard input
 * @param out standard output; always written as UTF-8; a failed write must throw
 * @param err standard error; always written as UTF-8
 * @param environment variables by name
 * @param workingDirectory what relative paths start from
 * @param inTerminal whether standard input is a terminal
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is a terminal
 * @param interrupts tells when the run is asked to end
 */
public record ProcessEnvironment(
    InputStream in,
    OutputStream out,
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

  /** Without a terminal and without interrupts. */
  public static ProcessEnvironment piped(
      InputStream in,
      OutputStream out,
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
  public int columns() {
    try {
      return Math.max(20, Integer.parseInt(variable("COLUMNS")));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
