package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.password.EncodedHash;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports whether a password is correct, by the exit status and, on a terminal, a message. */
public final class Verification {

  private Verification() {}

  /**
   * Verifies a password.
   *
   * @param hash the stored hash; null if no password is set
   */
  public static int of(@Nullable EncodedHash hash, PasswordOption password, CliSession session)
      throws IOException, UsageProblem, SettingsProblem {
    if (hash == null) {
      return answer("no password is set", ExitStatus.PROBLEMS, session);
    }
    return session.application().hashSchemes().verify(hash, password.read(session))
        ? answer("right", ExitStatus.OK, session)
        : answer("wrong", ExitStatus.PROBLEMS, session);
  }

  private static int answer(String word, int status, CliSession session) {
    if (session.around().outTerminal()) {
      session.out().println(word);
    }
    return status;
  }
}
