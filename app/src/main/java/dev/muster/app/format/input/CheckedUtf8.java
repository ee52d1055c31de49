package dev.muster.app.format.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Passes UTF-8 through, and throws {@link BadEncoding} at the first byte that isn't. */
final class CheckedUtf8 extends FilterInputStream {

  private final Utf8Check check = new Utf8Check();
  private long taken;

  /**
   * Checks a stream.
   *
   * @param offset the 0-based offset of its first byte in the input
   */
  CheckedUtf8(InputStream in, long offset) {
    super(in);
    this.taken = offset;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n < 0) {
      if (!check.isComplete()) {
        throw BadEncoding.cutOff(StandardCharsets.UTF_8, taken, check.line());
      }
      return n;
    }
    int invalid = check.firstInvalid(buffer, offset, offset + n);
    if (invalid >= 0) {
      throw bad(taken + invalid - offset);
    }
    taken += n;
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private BadEncoding bad(long byteOffset) {
    return new BadEncoding(StandardCharsets.UTF_8, byteOffset, check.line());
  }
}
