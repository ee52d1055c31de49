package dev.muster.app.cli.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment of one command. It is passed in, so that several commands can run in one process.
 *
 * @param in standard input
 * @param out standard output; always written as UTF-8; a failed write must throw
 * @param err standard error; always written as UTF-8
 * @param environment variables by name; an empty value counts as unset
 * @param workingDirectory the folder against which relative paths are resolved
 * @param inTerminal whether standard input is a terminal
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is a terminal
 * @param interrupts signals that ask the command to stop
 * @param terminal opens the terminal, to ask questions where input and output are one
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
    Interrupts interrupts,
    TerminalSource terminal) {

  public ProcessEnvironment {
    environment = Map.copyOf(environment);
  }

  /** An environment whose terminal, if it has one, is that of this process. */
  public ProcessEnvironment(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      Path workingDirectory,
      boolean inTerminal,
      boolean outTerminal,
      boolean errTerminal,
      Interrupts interrupts) {
    this(
        in,
        out,
        err,
        environment,
        workingDirectory,
        inTerminal,
        outTerminal,
        errTerminal,
        interrupts,
        new SystemTerminal());
  }

  /** An environment without terminal and interrupts. */
  public static ProcessEnvironment piped(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      Path workingDirectory) {
    return new ProcessEnvironment(
        in, out, err, environment, workingDirectory, false, false, false, Interrupts.NONE);
  }

  /** The value of an environment variable; empty if it is unset. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The width of the terminal in columns. */
  public int columns() {
    try {
      return Math.max(20, Integer.parseInt(variable("COLUMNS")));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
