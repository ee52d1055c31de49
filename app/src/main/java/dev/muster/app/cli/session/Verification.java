package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports whether a password is correct, by the exit status and, on a terminal, a message. */
public final class Verification {

  private Verification() {}

  /**
   * Verifies a password.
   *
   * @param hash the stored hash; null if no password is set
   * @throws SettingsProblem if the settings can't be read
   */
  public static int of(@Nullable EncodedHash hash, PasswordOption password, CliSession session)
      throws IOException, UsageProblem, SettingsProblem {
    if (hash == null) {
      return answer("no password is set", ExitStatus.PROBLEMS, session);
    }
    HashSchemes schemes = session.application().hashSchemes();
    Optional<HashReading.MissingPepper> missing = schemes.missingPepper(hash);
    if (missing.isPresent()) {
      session.err().println("muster: the password can't be verified. " + missing.get().message());
      return ExitStatus.PROBLEMS;
    }
    return schemes.verify(hash, password.read(session))
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
