package dev.muster.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bodies of requests. */
public final class RequestBody {

  private static final int BUFFER_BYTES = 8192;

  private RequestBody() {}

  /**
   * A whole body.
   *
   * @return empty if it has more bytes than {@code limit}; the rest is not read
   */
  public static Optional<byte[]> read(InputStream in, long limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    int read;
    while ((read = in.read(buffer)) > 0) {
      out.write(buffer, 0, read);
      if (out.size() > limit) {
        return Optional.empty();
      }
    }
    return Optional.of(out.toByteArray());
  }
}
