package dev.muster.app;

import dev.muster.app.hash.Argon2Encoder;
import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.settings.PasswordSettings;

/** Creates the encoders of plain-text passwords. */
final class PasswordEncoders {

  private PasswordEncoders() {}

  /** The encoder of the scheme that the settings prefer. */
  static PasswordEncoder preferred(PasswordSettings passwords) {
    return switch (passwords.scheme()) {
      case ARGON2ID -> argon2(passwords);
      case BCRYPT -> new BcryptEncoder(passwords.bcryptCost());
    };
  }

  static PasswordEncoder argon2(PasswordSettings passwords) {
    return new Argon2Encoder(
        passwords.argon2MemoryKib(), passwords.argon2Passes(), passwords.argon2Lanes());
  }
}
