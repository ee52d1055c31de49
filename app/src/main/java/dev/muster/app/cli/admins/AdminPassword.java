package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.PasswordTooLong;
import dev.muster.password.EncodedHash;
import picocli.CommandLine.Mixin;

/** The password of an administrator, read from standard input or the terminal. */
final class AdminPassword {

  @Mixin private final PasswordOption password = new PasswordOption();

  /** Checks that a password can be read. Call it before any other work. */
  void check(CliSession session) throws UsageProblem {
    password.check(session);
  }

  /** Reads the password and hashes it as the settings say. */
  EncodedHash read(CliSession session) throws Exception {
    byte[] typed = password.read(session);
    if (typed.length == 0) {
      throw new UsageProblem("standard input has no password: nothing was changed");
    }
    try {
      return session.application().passwordEncoder().encode(typed);
    } catch (PasswordTooLong e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }
}
