package dev.muster.app.format.json;

import dev.muster.read.Position;
import java.io.IOException;
import java.io.InputStream;
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
  private int lineEnd; // the index after the line's last byte, without the LF

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
    return advance() ? slice() : null;
  }

  @Override
  public boolean see(BytesReader reader) throws IOException {
    if (!advance()) {
      return false;
    }
    index++;
    if (window.isWhole(lineEnd)) {
      reader.read(window.bytes, window.start(), textEnd());
    } else {
      reader.read(window.bytes, 0, 0);
    }
    return true;
  }

  /** Moves past the next line that is not blank; false if there is none. */
  private boolean advance() throws IOException {
    window.finish();
    while (window.at < window.end || window.fill()) {
      line++;
      place = window.offset(window.at);
      window.begin(window.at);
      lineEnd = toLineEnd();
      if (!window.isWhole(lineEnd) || !isBlank()) {
        return true;
      }
      window.finish();
    }
    return false;
  }

  @Override
  public long place() {
    return place;
  }

  /** Moves past the end of the line; returns the index after its last byte. */
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

  private RecordSlice slice() {
    Position position = new Position(index++, line);
    if (!window.isWhole(lineEnd)) {
      return RecordSlice.oversized(position, 1);
    }
    byte[] bytes = window.copy(textEnd());
    return isEnded() ? RecordSlice.of(position, 1, bytes) : RecordSlice.unended(position, bytes);
  }

  /** The index after the last byte of a line that is not blank, without its line end. */
  private int textEnd() {
    return isEnded() && window.bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
  }

  private boolean isEnded() {
    return lineEnd < window.at;
  }

  private boolean isBlank() {
    for (int i = window.start(); i < lineEnd; i++) {
      byte b = window.bytes[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
