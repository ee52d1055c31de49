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

  /**
   * Passes the bytes of the next record to an action, which must not keep them; none if it is
   * larger than the limit. False after the last record.
   *
   * @throws IOException as {@link #next}
   */
  default boolean see(RecordBytes action) throws IOException {
    RecordSlice slice = next();
    if (slice != null) {
      action.see(slice.bytes(), 0, slice.bytes().length);
    }
    return slice != null;
  }

  /** The 0-based offset of the last record in the stream, in bytes. */
  long place();

  /** Takes the bytes of a record, which are a part of a buffer. */
  interface RecordBytes {
    void see(byte[] buffer, int from, int to);
  }
}
