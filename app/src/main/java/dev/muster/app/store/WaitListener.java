package dev.muster.app.store;

import java.time.Duration;

/**
 * Called when a database call waits for another session's lock, by any thread. Implementations must
 * be thread-safe.
 */
@FunctionalInterface
public interface WaitListener {

  /** How long a call waits before it is reported. */
  Duration TOLD_AFTER = Duration.ofSeconds(2);

  /** Reports that a call has waited for {@link #TOLD_AFTER} and is still waiting. */
  void waiting(String message);

  /** Ignores all reports. */
  WaitListener SILENT = message -> {};

  /**
   * Reports the reason of a wait.
   *
   * @param reason such as {@code another process is writing to muster.db}
   */
  default void tell(String reason) {
    waiting("waiting: " + reason + " (" + TOLD_AFTER.toSeconds() + " s)");
  }
}
