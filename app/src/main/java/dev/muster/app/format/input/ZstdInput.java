package dev.muster.app.format.input;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompresses Zstandard (RFC 8878). For one thread. */
final class ZstdInput extends FilterInputStream {

  ZstdInput(InputStream in) throws IOException {
    super(new ZstdInputStream(in));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (ZstdIOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("runcated")) {
        throw new CutOffInput();
      }
      throw new IOException("it is damaged (" + message + ")", e);
    }
  }
}
