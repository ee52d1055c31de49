package dev.muster.app.format.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that fails when it has more bytes than allowed. */
public final class BoundedStream extends FilterInputStream {

  private final Supplier<IOException> tooMany;
  private long left;

  /**
   * Bounds a stream.
   *
   * @param tooMany makes the exception for a stream with more bytes
   */
  public BoundedStream(InputStream in, long bytesMax, Supplier<IOException> tooMany) {
    super(in);
    this.tooMany = tooMany;
    this.left = bytesMax;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    spend(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    spend(Math.max(0, count));
    return count;
  }

  private void spend(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw tooMany.get();
    }
  }
}
