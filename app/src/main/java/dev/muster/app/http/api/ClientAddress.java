package dev.muster.app.http.api;

import io.javalin.http.Context;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Tells the addresses of clients. */
final class ClientAddress {

  private ClientAddress() {}

  /**
   * The address of a client.
   *
   * @param behindProxy whether a proxy in front of the server names its client in the last item of
   *     {@code X-Forwarded-For}; clients can write what is before it
   */
  static String of(Context context, boolean behindProxy) {
    String forwarded = behindProxy ? lastLine(context) : null;
    return forwarded == null || forwarded.isBlank()
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  /** The proxy's line of the header is the last one, if it adds a line to those of clients. */
  private static @Nullable String lastLine(Context context) {
    String last = null;
    for (String line : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
      last = line;
    }
    return last;
  }
}
