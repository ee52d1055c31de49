package dev.muster.app.webhook;

import java.time.Instant;

/** The answer to a message under way. */
public interface PendingAnswer {

  /**
   * Waits for the answer, not without end.
   *
   * @param now to compute pauses that end at a time
   */
  Answer await(Instant now);

  /** Ends {@link #await} early. Thread-safe. */
  void cancel();
}
