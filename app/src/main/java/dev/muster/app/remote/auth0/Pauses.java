package dev.muster.app.remote.auth0;

import java.time.Duration;

/** Waits between two requests. */
public interface Pauses {

  /** Returns after this time. */
  void pause(Duration time);
}
