package dev.muster.app.store.sqlite;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells whether an error came from reading the source of a copy, or else from writing the copy. */
final class SourceStream extends FilterInputStream {

  private boolean failed;

  SourceStream(InputStream source) {
    super(source);
  }

  boolean failed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }
}
