package dev.muster.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bodies of requests. */
public final class RequestBody {

  private RequestBody() {}

  /**
   * A whole body.
   *
   * @return empty if it has more bytes than {@code limit}; the rest is not read
   */
  public static Optional<byte[]> read(InputStream in, int limit) throws IOException {
    byte[] body = in.readNBytes(limit + 1);
    return body.length > limit ? Optional.empty() : Optional.of(body);
  }
}
