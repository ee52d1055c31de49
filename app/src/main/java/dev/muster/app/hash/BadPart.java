package dev.muster.app.hash;

import dev.muster.password.HashPart;
import java.io.Serial;

/** A part of a hash with which no password can be verified. */
final class BadPart extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final HashPart part;

  /**
   * A problem.
   *
   * @param message what is wrong, without any secret
   */
  BadPart(HashPart part, String message) {
    super(message, null, false, false);
    this.part = part;
  }

  HashPart part() {
    return part;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
