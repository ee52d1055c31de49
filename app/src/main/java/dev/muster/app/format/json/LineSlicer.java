package dev.muster.app.format.json;

import dev.muster.read.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into lines, one record each. Lines end with LF or CRLF, which the last one may
 * lack. Blank lines are counted, but are not records.
 */
public final class LineSlicer implements RecordSlicer {

  private final ByteWindow window;
  private long index;
  private long line;
  private long place;

  public LineSlicer(InputStream in, int recordBytesMax, int bufferBytes) {
    this(in, 0, 1, recordBytesMax, bufferBytes);
  }

  /**
   * Splits a stream that starts at a line of the input.
   *
   * @param index the index of the first record
   * @param line the 1-based number of the first line
   */
  public LineSlicer(InputStream in, long index, long line, int recordBytesMax, int bufferBytes) {
    this.window = new ByteWindow(in, recordBytesMax, bufferBytes);
    this.index = index;
    this.line = line - 1;
  }

  @Override
  public @Nullable RecordSlice next() throws IOException {
    while (window.at < window.end || window.fill()) {
      line++;
      place = window.offset(window.at);
      window.begin(window.at);
      int lineEnd = toLineEnd();
      RecordSlice slice = slice(lineEnd);
      window.finish();
      if (slice != null) {
        return slice;
      }
    }
    return null;
  }

  @Override
  public long place() {
    return place;
  }

  /** Moves past the end of the line; returns the index after its last byte, without the LF. */
  private int toLineEnd() throws IOException {
    do {
      byte[] bytes = window.bytes;
      int end = window.end;
      for (int i = window.at; i < end; i++) {
        if (bytes[i] == '\n') {
          window.at = i + 1;
          return i;
        }
      }
      window.at = end;
    } while (window.fill());
    return window.end;
  }

  /** The record of the line; null if the line is blank. */
  private @Nullable RecordSlice slice(int lineEnd) {
    if (!window.isWhole(lineEnd)) {
      return RecordSlice.oversized(new Position(index++, line), 1);
    }
    byte[] bytes = window.copy(lineEnd);
    if (isBlank(bytes)) {
      return null;
    }
    Position position = new Position(index++, line);
    return lineEnd == window.at
        ? RecordSlice.unended(position, bytes)
        : RecordSlice.of(position, 1, withoutReturn(bytes));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static byte[] withoutReturn(byte[] bytes) {
    int last = bytes.length - 1;
    return bytes[last] == '\r' ? Arrays.copyOf(bytes, last) : bytes;
  }
}
