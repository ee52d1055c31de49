package dev.muster.app.http.api;

import io.javalin.http.Context;

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
    String forwarded = behindProxy ? context.header("X-Forwarded-For") : null;
    return forwarded == null || forwarded.isBlank()
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }
}
