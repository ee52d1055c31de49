package dev.muster.app.http.auth0;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads what is left of a request's body and throws it away. Many clients that still send when the
 * answer comes report a broken connection instead of the answer.
 */
final class UnreadBody {

  private static final int BYTES_AT_ONCE = 1 << 14;

  private UnreadBody() {}

  /**
   * Reads a body to its end, or until it has been too much or too slow.
   *
   * @param patience looked at between two reads, so that a silent client may take longer
   */
  static void discard(Context context, long bytesMax, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    byte[] buffer = new byte[BYTES_AT_ONCE];
    long left = bytesMax;
    try {
      InputStream body = context.bodyInputStream();
      int read = 0;
      while (read >= 0 && left > 0 && System.nanoTime() - end < 0) {
        read = body.read(buffer);
        left -= read;
      }
    } catch (IOException e) {
      return; // the client broke off
    }
  }
}
