package dev.muster.app.format.json;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The line on which reading started, possibly in its middle. Columns on it have to be corrected by
 * the number of bytes before the start, which is computed only if a message needs a column.
 * Thread-safe.
 */
public final class MarkedLine {

  /** No correction is needed. */
  public static final MarkedLine NONE = new MarkedLine(0, () -> 0);

  private final long line;
  private final Before before;
  private int columns = -1;

  /**
   * Creates a line.
   *
   * @param before computes how many bytes of the line precede the start of reading
   */
  public MarkedLine(long line, Before before) {
    this.line = line;
    this.before = before;
  }

  /** The correction to add to a column on line {@code of}. */
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

  /** Computes how many bytes of the line precede the start of reading. */
  public interface Before {
    int bytes() throws IOException;
  }
}
