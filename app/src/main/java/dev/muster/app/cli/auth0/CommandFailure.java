package dev.muster.app.cli.auth0;

import java.io.Serial;

/** The command failed. The message is printed in the form of Auth0's command, with status 1. */
final class CommandFailure extends Exception {

  @Serial private static final long serialVersionUID = 1;

  CommandFailure(String message) {
    super(message);
  }
}
