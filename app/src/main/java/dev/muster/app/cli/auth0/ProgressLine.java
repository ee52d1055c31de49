package dev.muster.app.cli.auth0;

import java.io.PrintWriter;

/** A line on a terminal that is rewritten, and erased at the end. Prints nothing elsewhere. */
final class ProgressLine {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(String words) {
    print(CLEAR_LINE + words);
  }

  void erase() {
    print(CLEAR_LINE);
  }

  private void print(String words) {
    if (terminal) {
      out.print(words);
      out.flush();
    }
  }
}
