package dev.muster.app.store;

import java.io.Serial;

/** Existing users violate the uniqueness rules that are to be adopted. */
public final class RulesBroken extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  public RulesBroken(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** A message with the realm and a value that violates its rules. */
  public String reason() {
    return reason;
  }
}
