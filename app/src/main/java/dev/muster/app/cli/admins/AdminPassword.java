package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.PasswordTooLong;
import dev.muster.password.EncodedHash;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The password of an administrator, read from standard input or the terminal. */
final class AdminPassword {

  /**
   * NIST SP 800-63B, revision 3, 5.1.1.2: no shorter password, and no rule about what is in it. The
   * settings can ask for more.
   */
  private static final int CHARACTERS_MIN = 8;

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
    int asked = session.application().settings().passwords().minLength();
    Optional<String> complaint = tooShort(typed, asked);
    if (complaint.isPresent() && !password.isFromStdin()) {
      throw new UsageProblem(complaint.get() + " Nothing was changed");
    }
    complaint.ifPresent(text -> session.err().println("muster: " + text));
    try {
      return session.application().passwordEncoder().encode(typed);
    } catch (PasswordTooLong e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }

  /** Refused at a terminal; scripts that give a short one have always been served. */
  private static Optional<String> tooShort(byte[] typed, int asked) {
    int least = Math.max(CHARACTERS_MIN, asked);
    int characters = characters(typed);
    return characters >= least
        ? Optional.empty()
        : Optional.of(
            "the password is too short: it has "
                + Numbers.count(characters, "character")
                + ", and an administrator's should have at least "
                + least
                + (least > CHARACTERS_MIN ? " (passwords.min_length in muster.yml)" : "")
                + ". Any characters will do, spaces too; several words are easy to remember.");
  }

  /** The number of characters of a text in UTF-8. */
  private static int characters(byte[] utf8) {
    int count = 0;
    for (byte each : utf8) {
      count += (each & 0xc0) == 0x80 ? 0 : 1; // a byte that continues a character
    }
    return count;
  }
}
