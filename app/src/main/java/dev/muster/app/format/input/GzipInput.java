package dev.muster.app.format.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952), one or several members, and rejects anything else after them.
 * Java's own reader silently ignores what follows, and so the rest of a badly concatenated archive.
 * For one thread.
 */
final class GzipInput extends InputStream {

  private static final int BUFFER = 1 << 16;

  private static final int HEADER_CHECKED = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int next;
  private int end;
  private boolean ended;

  /** Reads the header of the first member. */
  GzipInput(InputStream in) throws IOException {
    this.in = in;
    beginMember("its kind of gzip is unknown");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int n = inflate(bytes, offset, length);
      if (n > 0) {
        checksum.update(bytes, offset, n);
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        supply();
      } else {
        throw new ZipException("it is damaged (it wants a dictionary)");
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException("it is damaged (" + e.getMessage() + ")");
    }
  }

  /** Gives all buffered bytes to the inflater; the unused rest is taken back later. */
  private void supply() throws IOException {
    if (next == end && !fill()) {
      throw new CutOffInput();
    }
    inflater.setInput(buffer, next, end - next);
    next = end;
  }

  private void beginMember(String otherwise) throws IOException {
    if (take() != 0x1f || take() != 0x8b || take() != 8) {
      throw new ZipException(otherwise);
    }
    int flags = take();
    skip(6); // modification time, extra flags, operating system
    if ((flags & EXTRA) != 0) {
      skip(take() | take() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CHECKED) != 0 ? 2 : 0);
  }

  private void endMember() throws IOException {
    next = end - inflater.getRemaining();
    if (takeInt() != checksum.getValue()
        || takeInt() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("it is damaged (its checksum is wrong)");
    }
    ended = next == end && !fill();
    if (!ended) {
      beginMember("something that is not gzip follows its end");
      inflater.reset();
      checksum.reset();
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      take();
    }
  }

  /** Skips a text that ends with NUL. */
  private void skipText(boolean there) throws IOException {
    while (there && take() != 0) {
      // skip
    }
  }

  private long takeInt() throws IOException {
    return take() | take() << 8 | take() << 16 | (long) take() << 24;
  }

  private int take() throws IOException {
    if (next == end && !fill()) {
      throw new CutOffInput();
    }
    return buffer[next++] & 0xff;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
