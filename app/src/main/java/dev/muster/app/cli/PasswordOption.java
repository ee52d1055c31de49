package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.format.UsageProblem;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import picocli.CommandLine.Option;

/**
 * The password that a command checks: from standard input, or typed without echo on a terminal.
 * Never an argument, which other users of the machine can see.
 */
final class PasswordOption {

  private static final int PASSWORD_BYTES_MAX = 1 << 20;

  @Option(
      names = "--password-stdin",
      description = {
        "Read the password from standard input; one line end after it is not part of it.",
        "Default: ask for it on the terminal."
      })
  private boolean fromStdin;

  /**
   * The password in UTF-8.
   *
   * @throws UsageProblem if nobody is there to ask
   */
  byte[] read(Session session) throws IOException, UsageProblem {
    if (fromStdin) {
      return of(session.around().in());
    }
    Console console = session.around().inTerminal() ? System.console() : null;
    if (console == null) {
      throw new UsageProblem(
          "there is no terminal to ask for the password:"
              + " give it on standard input, with --password-stdin");
    }
    char[] typed = console.readPassword("password: ");
    return typed == null ? new byte[0] : new String(typed).getBytes(UTF_8);
  }

  /** A password of standard input, without one line end. */
  static byte[] of(InputStream in) throws IOException, UsageProblem {
    byte[] input = in.readNBytes(PASSWORD_BYTES_MAX + 1);
    if (input.length > PASSWORD_BYTES_MAX) {
      throw new UsageProblem("standard input is more than a password: over a million bytes");
    }
    int end = input.length;
    if (end > 0 && input[end - 1] == '\n') {
      end--;
      if (end > 0 && input[end - 1] == '\r') {
        end--;
      }
    }
    return Arrays.copyOf(input, end);
  }
}
