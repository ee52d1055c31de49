package dev.muster.app.format;

import java.io.Closeable;
import java.io.IOException;

/**
 * Finds on which physical lines of a text the rows of a table start, if rows span several lines.
 * For one thread.
 */
public interface RowLines extends Closeable {

  /**
   * The physical line of a row.
   *
   * @param row its number, from 1; greater than that of the call before
   * @return the line, from 1; 0 if there is no such row
   */
  long lineOf(long row) throws IOException;
}
