package dev.muster.app.format;

import java.io.Serial;
import java.util.function.UnaryOperator;

/** A request is invalid; nothing was done. The message names the remedy. */
public class UsageProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final String begin;
  private final String command;

  public UsageProblem(String message) {
    super(message);
    this.begin = message;
    this.command = "";
  }

  /**
   * A problem whose message ends with a command.
   *
   * @param begin the message up to the command
   * @param command the words of the command, without the name of the program
   */
  public UsageProblem(String begin, String command) {
    super(begin + "muster " + command);
    this.begin = begin;
    this.command = command;
  }

  /**
   * The message for the command line.
   *
   * @param commands makes a complete command of words
   */
  public final String message(UnaryOperator<String> commands) {
    return command.isEmpty() ? begin : begin + commands.apply(command);
  }
}
