package dev.muster.app.format.restauth;

import dev.muster.app.format.json.ByteWindow;
import dev.muster.app.format.json.RecordSlice;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.read.Position;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the members of a JSON object, each with its name: {@code "NAME": value}. The survey must
 * have checked that the object is well-formed.
 */
final class EntrySlicer {

  private static final int OUTSIDE_TEXT = 0;
  private static final int INSIDE_TEXT = 1;
  private static final int AFTER_BACKSLASH = 2;

  private final ByteWindow window;
  private final long streamOffset;
  private long index;
  private long line;
  private long lineOffset; // of the current line's first byte
  private int depth;
  private int state;
  private boolean ended;

  /**
   * Splits a stream that starts after an object's opening brace.
   *
   * @param start the section that the object is
   * @param firstIndex the index of the first member among all records of the input
   */
  EntrySlicer(InputStream in, RestAuthSection start, long firstIndex, int recordBytesMax) {
    this.window = new ByteWindow(in, recordBytesMax, SlicedReader.BUFFER_BYTES);
    this.streamOffset = start.offset();
    this.index = firstIndex;
    this.line = start.line();
    this.lineOffset = 1L - start.column();
  }

  /** The next member; null after the last. */
  @Nullable EntrySlice next() throws IOException {
    while (!ended && (window.at < window.end || window.fill())) {
      switch (window.bytes[window.at]) {
        case '"' -> {
          return cut();
        }
        case '}' -> ended = true;
        case '\n' -> newLine(++window.at);
        case ' ', '\t', '\r', ',' -> window.at++;
        default -> throw new IOException("the input has changed since it was surveyed");
      }
    }
    if (!ended) {
      throw shorter();
    }
    return null;
  }

  private EntrySlice cut() throws IOException {
    Position position = new Position(index++, line);
    int column = (int) (window.offset(window.at) + 1 - lineOffset);
    long from = window.offset(window.at);
    window.begin(window.at);
    depth = 0;
    state = OUTSIDE_TEXT;
    while (!scan()) {
      if (!window.fill()) {
        throw shorter();
      }
    }
    // one column to the left, because a brace is inserted
    RecordSlice slice =
        window.isWhole(window.at)
            ? RecordSlice.of(position, column - 1, braced(window.copy(window.at)))
            : RecordSlice.oversized(position, column);
    window.finish();
    return new EntrySlice(slice, streamOffset + from, window.offset(window.at) - from);
  }

  /** Scans the buffer; true if the member has ended. Stops at the character that ends it. */
  private boolean scan() {
    byte[] bytes = window.bytes;
    int end = window.end;
    int i = window.at;
    while (i < end) {
      byte b = bytes[i];
      if (state == INSIDE_TEXT) {
        state = b == '"' ? OUTSIDE_TEXT : b == '\\' ? AFTER_BACKSLASH : INSIDE_TEXT;
      } else if (state == AFTER_BACKSLASH) {
        state = INSIDE_TEXT;
      } else if (b == '"') {
        state = INSIDE_TEXT;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (depth == 0 && (b == ',' || b == '}')) {
        window.at = i;
        return true;
      } else if (b == '}' || b == ']') {
        depth--;
      } else if (b == '\n') {
        newLine(i + 1);
      }
      i++;
    }
    window.at = i;
    return false;
  }

  private static byte[] braced(byte[] member) {
    byte[] object = new byte[member.length + 2];
    object[0] = '{';
    System.arraycopy(member, 0, object, 1, member.length);
    object[object.length - 1] = '}';
    return object;
  }

  private void newLine(int nextPlace) {
    line++;
    lineOffset = window.offset(nextPlace);
  }

  private static IOException shorter() {
    return new IOException("the input has become shorter since it was surveyed");
  }

  /**
   * A member.
   *
   * @param slice an object with only this member, unless it is oversized
   * @param offset the 0-based offset of the name's quotation mark in the UTF-8 text
   * @param length the length of the member in bytes
   */
  record EntrySlice(RecordSlice slice, long offset, long length) {}
}
