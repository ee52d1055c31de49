package dev.muster.app.cli.auth0;

import java.io.IOException;
import java.io.Serial;

/** The terminal was closed while it was asked something. */
final class TerminalGone extends IOException {

  @Serial private static final long serialVersionUID = 1;

  TerminalGone() {
    super("the terminal is gone; nothing was imported");
  }
}
