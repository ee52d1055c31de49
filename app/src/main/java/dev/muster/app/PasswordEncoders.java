package dev.muster.app;

import dev.muster.app.hash.Argon2Encoder;
import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.hash.NewPasswords;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.hash.RehashRule;
import dev.muster.app.hash.Rehashing;
import dev.muster.app.settings.PasswordSettings;
import dev.muster.password.HashSchemes;
import java.util.Optional;

/** Creates what hashes plain-text passwords. */
final class PasswordEncoders {

  private PasswordEncoders() {}

  /** The encoder of the scheme that the settings prefer. */
  static PasswordEncoder preferred(PasswordSettings passwords) {
    return switch (passwords.scheme()) {
      case ARGON2ID -> argon2(passwords);
      case BCRYPT -> new BcryptEncoder(passwords.bcryptCost());
    };
  }

  /** Generates and hashes passwords by the settings. */
  static NewPasswords newPasswords(PasswordSettings passwords) {
    return new NewPasswords(preferred(passwords), argon2(passwords));
  }

  /** Replaces weak hashes; empty if the settings say that they stay. */
  static Optional<Rehashing> rehashing(PasswordSettings passwords, HashSchemes all) {
    return passwords.reencode()
        ? Optional.of(new Rehashing(all, rule(passwords), newPasswords(passwords)))
        : Optional.empty();
  }

  private static RehashRule rule(PasswordSettings passwords) {
    return switch (passwords.scheme()) {
      case ARGON2ID -> RehashRule.argon2(passwords.argon2MemoryKib(), passwords.argon2Passes());
      case BCRYPT -> RehashRule.bcrypt(passwords.bcryptCost());
    };
  }

  private static PasswordEncoder argon2(PasswordSettings passwords) {
    return new Argon2Encoder(
        passwords.argon2MemoryKib(), passwords.argon2Passes(), passwords.argon2Lanes());
  }
}
