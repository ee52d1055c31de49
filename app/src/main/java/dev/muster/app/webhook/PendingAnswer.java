package dev.muster.app.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The answer to a message under way. */
public interface PendingAnswer {

  /**
   * Waits for the answer.
   *
   * @param patience how long at most
   * @param now to compute pauses that end at a time
   * @return empty if it is not there yet; not for ever, because each kind of recipient has a limit
   */
  Optional<Answer> await(Duration patience, Instant now);

  /** Ends {@link #await} early. Thread-safe. */
  void cancel();
}
