package dev.muster.app.format.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Splits an input into the texts of its records, in constant memory and without parsing them. For
 * one thread.
 */
public interface RecordSlicer {

  /**
   * The next record; null after the last.
   *
   * @throws IOException if the input can't be read, or has changed since its survey
   */
  @Nullable RecordSlice next() throws IOException;

  /** The 0-based offset of the last record in the stream, in bytes. */
  long place();
}
