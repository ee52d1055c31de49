package dev.muster.app.http.auth0;

import java.io.Serial;

/** A request is refused with an error. */
final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Auth0Error error;

  Refusal(Auth0Error error) {
    super(error.message());
    this.error = error;
  }

  Auth0Error error() {
    return error;
  }
}
