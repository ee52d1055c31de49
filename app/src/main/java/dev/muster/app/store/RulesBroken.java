package dev.muster.app.store;

import java.io.Serial;

/** Users that exist already break the rules of uniqueness that muster.yml now asks for. */
public final class RulesBroken extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  public RulesBroken(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Which rule, and a value that breaks it. */
  public String reason() {
    return reason;
  }
}
