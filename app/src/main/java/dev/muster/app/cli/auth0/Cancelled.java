package dev.muster.app.cli.auth0;

import java.io.Serial;

/** The user ended a question with Ctrl-C, or answered no. Nothing was started. */
final class Cancelled extends Exception {

  @Serial private static final long serialVersionUID = 1;

  Cancelled() {
    super("cancelled");
  }
}
