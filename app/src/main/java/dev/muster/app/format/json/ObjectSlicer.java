package dev.muster.app.format.json;

import dev.muster.read.Position;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the objects of a JSON array by counting braces outside strings. The survey must have
 * checked that the array is well-formed and contains only objects.
 */
public final class ObjectSlicer implements RecordSlicer {

  private static final int OUTSIDE_TEXT = 0;
  private static final int INSIDE_TEXT = 1;
  private static final int AFTER_BACKSLASH = 2;

  private final ByteWindow window;
  private long index;
  private long line;
  private long place;
  private long lineOffset; // of the current line's first byte
  private int depth;
  private int state;

  /**
   * Splits a stream that starts after an array's opening bracket, or at one of its objects.
   *
   * @param index the index of the first object
   * @param line 1-based line of the first byte
   * @param column 1-based column, in bytes, of the first byte
   */
  public ObjectSlicer(
      InputStream in, long index, long line, int column, int recordBytesMax, int bufferBytes) {
    this.index = index;
    this.window = new ByteWindow(in, recordBytesMax, bufferBytes);
    this.line = line;
    this.lineOffset = 1L - column;
  }

  @Override
  public @Nullable RecordSlice next() throws IOException {
    while (window.at < window.end || window.fill()) {
      switch (window.bytes[window.at++]) {
        case '{' -> {
          return cut();
        }
        case ']' -> {
          return null;
        }
        case '\n' -> newLine(window.at);
        case ' ', '\t', '\r', ',' -> {}
        default -> throw new IOException("the input has changed since it was surveyed");
      }
    }
    throw new IOException("the input has become shorter since it was surveyed");
  }

  private RecordSlice cut() throws IOException {
    Position position = new Position(index++, line);
    int column = (int) (window.offset(window.at) - lineOffset);
    place = window.offset(window.at - 1);
    window.begin(window.at - 1);
    depth = 1;
    state = OUTSIDE_TEXT;
    while (!scan()) {
      if (!window.fill()) {
        throw new IOException("the input has become shorter since it was surveyed");
      }
    }
    RecordSlice slice =
        window.isWhole(window.at)
            ? RecordSlice.of(position, column, window.copy(window.at))
            : RecordSlice.oversized(position, column);
    window.finish();
    return slice;
  }

  @Override
  public long place() {
    return place;
  }

  /** Scans the buffer; true if the object has ended. */
  private boolean scan() {
    byte[] bytes = window.bytes;
    int end = window.end;
    int i = window.at;
    while (i < end && depth > 0) {
      byte b = bytes[i++];
      if (state == INSIDE_TEXT) {
        while (b != '"' && b != '\\' && i < end) {
          b = bytes[i++];
        }
        if (b == '"') {
          state = OUTSIDE_TEXT;
        } else if (b == '\\') {
          state = AFTER_BACKSLASH;
        }
      } else if (state == AFTER_BACKSLASH) {
        state = INSIDE_TEXT;
      } else if (b == '"') {
        state = INSIDE_TEXT;
      } else if (b == '{') {
        depth++;
      } else if (b == '}') {
        depth--;
      } else if (b == '\n') {
        newLine(i);
      }
    }
    window.at = i;
    return depth == 0;
  }

  private void newLine(int nextPlace) {
    line++;
    lineOffset = window.offset(nextPlace);
  }
}
