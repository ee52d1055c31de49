package dev.muster.app.format.json;

import dev.muster.read.Position;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the elements of a JSON array: objects by counting braces outside strings, other values
 * by their ends. The survey must have checked that the array is well-formed.
 */
public final class ElementSlicer implements RecordSlicer {

  private static final int OUTSIDE_TEXT = 0;
  private static final int INSIDE_TEXT = 1;
  private static final int AFTER_BACKSLASH = 2;

  /** In place of a depth: the element is a number or a word. */
  private static final int SCALAR = -1;

  private final ByteWindow window;
  private final boolean bracketed;
  private long index;
  private long line;
  private long place;
  private long lineOffset; // of the current line's first byte
  private int depth;
  private int state;
  private byte opening; // of the object or array that is being cut
  private byte closing;

  /**
   * Splits a stream that starts after an array's opening bracket, or at one of its elements.
   *
   * @param index the index of the first element
   * @param line 1-based line of the first byte
   * @param column 1-based column, in bytes, of the first byte
   */
  public ElementSlicer(
      InputStream in, long index, long line, int column, int recordBytesMax, int bufferBytes) {
    this(in, index, line, column, recordBytesMax, bufferBytes, true);
  }

  /**
   * Splits a stream of elements.
   *
   * @param bracketed whether a bracket follows the last element; otherwise the stream ends with it
   */
  public ElementSlicer(
      InputStream in,
      long index,
      long line,
      int column,
      int recordBytesMax,
      int bufferBytes,
      boolean bracketed) {
    this.bracketed = bracketed;
    this.index = index;
    this.window = new ByteWindow(in, recordBytesMax, bufferBytes);
    this.line = line;
    this.lineOffset = 1L - column;
  }

  @Override
  public @Nullable RecordSlice next() throws IOException {
    while (window.at < window.end || window.fill()) {
      byte first = window.bytes[window.at++];
      switch (first) {
        case '{',
            '[',
            '"',
            '-',
            '0',
            '1',
            '2',
            '3',
            '4',
            '5',
            '6',
            '7',
            '8',
            '9',
            't',
            'f',
            'n' -> {
          return cut(first);
        }
        case ']' -> {
          return null;
        }
        case '\n' -> newLine(window.at);
        case ' ', '\t', '\r', ',' -> {}
        default -> throw new IOException("the input has changed since it was surveyed");
      }
    }
    if (!bracketed) {
      return null;
    }
    throw new IOException("the input has become shorter since it was surveyed");
  }

  private RecordSlice cut(byte first) throws IOException {
    Position position = new Position(index++, line);
    int column = (int) (window.offset(window.at) - lineOffset);
    place = window.offset(window.at - 1);
    window.begin(window.at - 1);
    begin(first);
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

  private void begin(byte first) {
    opening = first;
    closing = (byte) (first == '[' ? ']' : '}');
    state = OUTSIDE_TEXT;
    depth = 1;
    if (first == '"') {
      state = INSIDE_TEXT;
    } else if (first != '{' && first != '[') {
      depth = SCALAR;
    }
  }

  /** Scans the buffer; true if the element has ended. */
  private boolean scan() {
    return depth == SCALAR ? scanScalar() : opening == '"' ? scanText() : scanNested();
  }

  /** Numbers, {@code true}, {@code false} and {@code null} end before a delimiter. */
  private boolean scanScalar() {
    while (window.at < window.end) {
      switch (window.bytes[window.at]) {
        case ',', ']', ' ', '\t', '\r', '\n' -> {
          return true;
        }
        default -> window.at++;
      }
    }
    return false;
  }

  private boolean scanText() {
    while (window.at < window.end) {
      byte b = window.bytes[window.at++];
      if (state == AFTER_BACKSLASH) {
        state = INSIDE_TEXT;
      } else if (b == '\\') {
        state = AFTER_BACKSLASH;
      } else if (b == '"') {
        return true;
      }
    }
    return false;
  }

  private boolean scanNested() {
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
      } else if (b == opening) {
        depth++;
      } else if (b == closing) {
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
