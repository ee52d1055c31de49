package dev.muster.app.hash;

import java.io.Serial;

/** A password has more bytes than its algorithm uses. The message has both numbers and a remedy. */
public final class PasswordTooLong extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  PasswordTooLong(int bytes, int most) {
    super(
        "the password has "
            + bytes
            + " bytes, and bcrypt looks at "
            + most
            + ": choose a shorter one, or set passwords.scheme to argon2id");
  }
}
