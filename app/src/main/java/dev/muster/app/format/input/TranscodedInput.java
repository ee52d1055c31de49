package dev.muster.app.format.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Encodes the text of a reader as UTF-8. For one thread. */
final class TranscodedInput extends InputStream {

  private static final int CHARACTERS = 1 << 13;

  private final DecodingReader reader;
  private final char[] characters = new char[CHARACTERS];
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  /**
   * Encodes a text.
   *
   * @param reader must never split a surrogate pair
   */
  TranscodedInput(DecodingReader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(buffer, offset, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Fills the buffer if it is empty; false at the end. */
  private boolean fill() throws IOException {
    if (bytes.hasRemaining()) {
      return true;
    }
    int n = reader.read(characters, 0, CHARACTERS);
    if (n < 0) {
      return false;
    }
    bytes = ByteBuffer.wrap(new String(characters, 0, n).getBytes(StandardCharsets.UTF_8));
    return true;
  }
}
