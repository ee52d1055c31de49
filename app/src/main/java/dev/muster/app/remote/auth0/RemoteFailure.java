package dev.muster.app.remote.auth0;

import java.io.Serial;

/** A server did not do what it was asked for. The message says why, in words for people. */
public final class RemoteFailure extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public RemoteFailure(String message) {
    super(message);
  }
}
