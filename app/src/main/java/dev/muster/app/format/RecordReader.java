package dev.muster.app.format;

import java.io.Closeable;
import java.io.IOException;

/** Splits an input into records, in order and in constant memory. For one thread. */
public interface RecordReader extends Closeable {

  /**
   * The next records, at most {@code max} of them; an empty batch at the end.
   *
   * @throws IOException if the input can't be read, or has changed since the survey
   */
  RecordBatch next(int max) throws IOException;
}
