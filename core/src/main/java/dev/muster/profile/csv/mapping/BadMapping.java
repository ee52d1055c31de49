package dev.muster.profile.csv.mapping;

import java.io.Serial;

/** A mapping is not written as it must be; the message says what is wrong and how it is right. */
public final class BadMapping extends Exception {

  @Serial private static final long serialVersionUID = 1;

  BadMapping(String message) {
    super(message);
  }

  /** The message. */
  public String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
