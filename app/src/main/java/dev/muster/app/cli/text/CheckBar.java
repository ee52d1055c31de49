package dev.muster.app.cli.text;

import dev.muster.app.store.CheckProgress;
import java.io.PrintWriter;

/**
 * Progress of a check of a directory, on one line of a terminal that is erased at the end. A short
 * check shows nothing.
 */
public final class CheckBar implements CheckProgress, AutoCloseable {

  private static final long PERIOD_NANOS = 100_000_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final int columns;
  private long paintedNanos = System.nanoTime();
  private boolean painted;

  /**
   * Creates a bar that shows nothing yet.
   *
   * @param terminal whether output is a terminal; otherwise nothing is printed
   * @param columns the terminal's width
   */
  public CheckBar(PrintWriter out, boolean terminal, int columns) {
    this.out = out;
    this.terminal = terminal;
    this.columns = columns;
  }

  @Override
  public void reached(String things, long place, long end) {
    if (!terminal || System.nanoTime() - paintedNanos < PERIOD_NANOS) {
      return;
    }
    double part = Math.min(1, (double) place / end);
    String line = ProgressBar.line(columns, "checking   ", part, " of the " + things);
    out.print(ProgressBar.CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
    out.flush();
    painted = true;
    paintedNanos = System.nanoTime();
  }

  @Override
  public void close() {
    if (painted) {
      out.print(ProgressBar.CLEAR_LINE);
      out.flush();
    }
  }
}
