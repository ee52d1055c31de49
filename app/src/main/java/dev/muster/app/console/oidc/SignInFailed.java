package dev.muster.app.console.oidc;

import java.io.Serial;

/** The provider did not say who somebody is, in a way that can be relied on. */
public final class SignInFailed extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /**
   * A failure.
   *
   * @param message what happened, for the log: no secrets, no tokens
   */
  SignInFailed(String message) {
    super(message);
  }
}
