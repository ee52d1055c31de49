package dev.muster.app.remote.auth0;

import java.time.Duration;

/** Hears that the server asks to wait. */
public interface WaitingNotice {

  /**
   * A request is sent again after a while, because the server refused it for now.
   *
   * @param time until the next attempt
   * @param reason the server's answer, such as {@code 429 Too Many Requests: ...}
   */
  void waiting(Duration time, String reason);
}
