package dev.muster.app.format.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into the texts of its records, in constant memory and without parsing them. For one
 * thread.
 */
public interface RecordSlicer {

  /**
   * The next record; null after the last.
   *
   * @throws IOException if the input can't be read, or ends or goes on where no record can
   */
  @Nullable RecordSlice next() throws IOException;

  /** Where the record that was cut last starts: the 0-based place in the stream. */
  long place();
}
