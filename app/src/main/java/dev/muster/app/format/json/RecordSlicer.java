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
   * Shows the next record to a reader, which must not keep the bytes; false after the last. Of a
   * record that is larger than the limit it sees no bytes.
   *
   * @throws IOException as {@link #next}
   */
  default boolean see(BytesReader reader) throws IOException {
    RecordSlice slice = next();
    if (slice != null) {
      reader.read(slice.bytes(), 0, slice.bytes().length);
    }
    return slice != null;
  }

  /** The 0-based offset of the last record in the stream, in bytes. */
  long place();

  /** Reads a record in a part of a buffer. */
  interface BytesReader {
    void read(byte[] buffer, int from, int to);
  }
}
