package dev.muster.app.format;

import java.io.Serial;

/** A request is invalid; nothing was done. The message names the remedy. */
public final class UsageProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public UsageProblem(String message) {
    super(message);
  }
}
