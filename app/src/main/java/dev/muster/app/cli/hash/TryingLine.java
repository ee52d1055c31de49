package dev.muster.app.cli.hash;

import dev.muster.app.hash.search.SearchLimit;
import java.io.PrintWriter;
import java.time.Duration;

/** A line of a terminal that says what is tried, for as long as somebody wants to wait. */
final class TryingLine implements SearchLimit {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final long startNanos = System.nanoTime();
  private final long nanosMax;
  private boolean painted;

  /**
   * A line that says nothing yet.
   *
   * @param terminal whether anybody watches; otherwise nothing is ever painted
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

  /** Wipes the line away. */
  void clear() {
    if (painted) {
      out.print(CLEAR_LINE);
      out.flush();
      painted = false;
    }
  }
}
