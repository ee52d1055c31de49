package dev.muster.app.cli;

import dev.muster.app.format.UsageProblem;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The password that a command reads from standard input. */
final class PasswordOption {

  private static final int PASSWORD_BYTES_MAX = 1 << 20;

  @Option(
      names = "--password-stdin",
      description = "Read the password from standard input: the only way, so always needed.")
  private boolean fromStdin;

  /**
   * Checks that the option is there, before anything else is done.
   *
   * @throws UsageProblem if it is not
   */
  void check() throws UsageProblem {
    if (!fromStdin) {
      throw new UsageProblem(
          "passwords are not given as arguments, which others can see:"
              + " give it on standard input, with --password-stdin");
    }
  }

  /** Reads the password; one line end after it is not part of it. */
  byte[] read(Session session) throws IOException, UsageProblem {
    byte[] typed = session.around().in().readNBytes(PASSWORD_BYTES_MAX + 1);
    if (typed.length > PASSWORD_BYTES_MAX) {
      throw new UsageProblem("standard input is more than a password: over a million bytes");
    }
    int end = typed.length;
    if (end > 0 && typed[end - 1] == '\n') {
      end--;
      if (end > 0 && typed[end - 1] == '\r') {
        end--;
      }
    }
    return Arrays.copyOf(typed, end);
  }
}
