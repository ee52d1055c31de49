package dev.muster.app.upload.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it has more bytes than allowed. */
final class BoundedStream extends FilterInputStream {

  private final long bytesMax;
  private long left;

  BoundedStream(InputStream in, long bytesMax) {
    super(in);
    this.bytesMax = bytesMax;
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
      throw new FileTooLarge(bytesMax);
    }
  }
}
