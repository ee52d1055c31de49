package dev.muster.app.format.json;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON text with its encoding. It can be read repeatedly. A {@code place} is an offset in bytes
 * of the text as UTF-8 without a byte order mark. Thread-safe.
 */
public record JsonInput(InputFile file, InputEncoding encoding, InputLimits limits) {

  private static final int BLOCK_BYTES = 1 << 16;

  public static JsonInput of(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    return new JsonInput(file, InputEncoding.ofJson(options.encoding(), file), options.limits());
  }

  /** The text as UTF-8. UTF-8 input is not checked. */
  public InputStream open() throws IOException {
    return encoding.utf8(file);
  }

  /** The text as UTF-8; reading throws {@link BadEncoding} if the input is not well-formed. */
  public InputStream openChecked() throws IOException {
    return encoding.checkedUtf8(file);
  }

  /** The text as UTF-8 from a place on. */
  public InputStream openAt(long place) throws IOException {
    if (encoding.isUtf8()) {
      return file.open(place + encoding.markLength());
    }
    InputStream in = open();
    try {
      in.skipNBytes(place);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Whether {@link #openAt} skips what comes before a place without reading it. */
  public boolean isSeekable() throws IOException {
    return encoding.isUtf8() && !file.isCompressed();
  }

  /** The offset of a place in the input's bytes; -1 if unknown. */
  public long byteOffset(long place) {
    return encoding.isUtf8() && place >= 0 ? place + encoding.markLength() : -1;
  }

  /** The mark of a record. */
  InputMark mark(long place, long line, long recordIndex) {
    return new InputMark(Math.max(place, byteOffset(place)), line, recordIndex);
  }

  /** The place of a mark. */
  public long place(InputMark mark) {
    return mark.byteOffset() - (encoding.isUtf8() ? encoding.markLength() : 0);
  }

  /** The number of bytes between the start of a place's line and the place. */
  public int bytesOfLineBefore(long place) throws IOException {
    long blockBytes = isSeekable() ? BLOCK_BYTES : place; // else each block is read from the start
    for (long end = place; end > 0; ) {
      long from = Math.max(0, end - blockBytes);
      long lineStart = lastLineStart(from, end);
      if (lineStart >= 0) {
        return (int) (place - lineStart);
      }
      end = from;
    }
    return (int) place;
  }

  /** Where the last line begins that begins within a part of the text; -1 if none does. */
  private long lastLineStart(long from, long to) throws IOException {
    byte[] buffer = new byte[BLOCK_BYTES];
    long lineStart = -1;
    try (InputStream in = openAt(from)) {
      for (long at = from; at < to; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, to - at));
        if (n < 0) {
          throw new IOException("the input has become shorter since it was surveyed");
        }
        for (int i = 0; i < n; i++) {
          lineStart = buffer[i] == '\n' ? at + i + 1 : lineStart;
        }
        at += n;
      }
    }
    return lineStart;
  }
}
