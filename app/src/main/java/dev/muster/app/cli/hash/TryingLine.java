package dev.muster.app.cli.hash;

import dev.muster.app.hash.search.SearchLimit;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows on a terminal what a search is trying, and ends the search after a time limit. */
final class TryingLine implements SearchLimit {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final long startNanos = System.nanoTime();
  private final long nanosMax;
  private boolean painted;

  /**
   * Starts the time limit.
   *
   * @param terminal whether output is a terminal; otherwise nothing is printed
   */
  TryingLine(PrintWriter out, boolean terminal, Duration longest) {
    this.out = out;
    this.terminal = terminal;
    this.nanosMax = longest.toNanos();
  }

  @Override
  public boolean lasts() {
    return System.nanoTime() - startNanos < nanosMax;
  }

  @Override
  public void trying(String what) {
    if (terminal) {
      out.print(CLEAR_LINE + "trying " + what + " …");
      out.flush();
      painted = true;
    }
  }

  /** Clears the line. */
  void clear() {
    if (painted) {
      out.print(CLEAR_LINE);
      out.flush();
      painted = false;
    }
  }
}
