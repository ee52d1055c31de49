package dev.muster.app.format.json;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The line on which reading started, perhaps in its middle: columns on it count from there. What
 * stands before is only looked for when a message has to name a column. Thread-safe.
 */
public final class MarkedLine {

  /** Reading started at the start of a line, or knew where it was. */
  public static final MarkedLine NONE = new MarkedLine(0, () -> 0);

  private final long line;
  private final Before before;
  private int columns = -1;

  /**
   * A line.
   *
   * @param before finds out how many bytes of the line stand before the place
   */
  public MarkedLine(long line, Before before) {
    this.line = line;
    this.before = before;
  }

  /** What is to be added to a column on a line. */
  synchronized int columnsBefore(long of) {
    if (of != line) {
      return 0;
    }
    try {
      columns = columns < 0 ? before.bytes() : columns;
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds out how many bytes of the line stand before the place. */
  public interface Before {
    int bytes() throws IOException;
  }
}
