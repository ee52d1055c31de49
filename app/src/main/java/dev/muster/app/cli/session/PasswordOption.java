package dev.muster.app.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.format.UsageProblem;
import java.io.Console;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Reads a password from standard input, or from a terminal without echo. It is never a command-line
 * argument, because other users of the machine can see those.
 */
public final class PasswordOption {

  private static final int PASSWORD_BYTES_MAX = 1 << 20;

  @Option(
      names = "--password-stdin",
      description = {
        "Read the password from standard input; one line end after it is not part of it.",
        "Default: ask for it on the terminal."
      })
  private boolean fromStdin;

  /**
   * Checks that a password can be read. Call it before any other work.
   *
   * @throws UsageProblem if the password has to be typed, but there is no terminal
   */
  public void check(CliSession session) throws UsageProblem {
    if (!fromStdin && console(session) == null) {
      throw new UsageProblem(
          "there is no terminal to ask for the password:"
              + " give it on standard input, with --password-stdin");
    }
  }

  /** Whether a script gives the password, and nobody could type another one. */
  public boolean isFromStdin() {
    return fromStdin;
  }

  /** Reads the password, in UTF-8. */
  public byte[] read(CliSession session) throws IOException, UsageProblem {
    check(session);
    Console console = fromStdin ? null : console(session);
    return console == null ? fromStdin(session) : typed(console);
  }

  private static byte[] typed(Console console) {
    char[] typed = console.readPassword("password: ");
    return typed == null ? new byte[0] : new String(typed).getBytes(UTF_8);
  }

  private static byte[] fromStdin(CliSession session) throws IOException, UsageProblem {
    byte[] input = session.around().in().readNBytes(PASSWORD_BYTES_MAX + 1);
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

  private static @Nullable Console console(CliSession session) {
    return session.around().inTerminal() ? System.console() : null;
  }
}
