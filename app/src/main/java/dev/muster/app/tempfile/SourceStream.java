package dev.muster.app.tempfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The source of a copy. Its errors are {@link SourceBroken}; others come from writing the copy. */
public final class SourceStream extends FilterInputStream {

  public SourceStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new SourceBroken(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      throw new SourceBroken(e);
    }
  }
}
