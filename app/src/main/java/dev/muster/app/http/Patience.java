package dev.muster.app.http;

import java.time.Duration;

/**
 * How long the server waits for clients.
 *
 * @param idle a connection that transfers nothing for this time is closed
 * @param headers the time for a request's headers, from when the connection was opened or the
 *     request before was answered
 * @param grace the time after which the speed of a body is measured
 * @param bytesPerSecondMin the least average speed of a body
 */
record Patience(Duration idle, Duration headers, Duration grace, long bytesPerSecondMin) {

  static final Patience DEFAULTS =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10), 100);
}
