package dev.muster.app.store;

import java.time.Duration;

/** Hears that a call waits for a lock that somebody else has. Called by any thread; thread-safe. */
@FunctionalInterface
public interface WaitListener {

  /** How long a call waits until that is told. */
  Duration TOLD_AFTER = Duration.ofSeconds(2);

  /** A call has been waiting for {@link #TOLD_AFTER}, and goes on waiting. */
  void waiting(String message);

  /** Nobody wants to know. */
  WaitListener SILENT = message -> {};

  /**
   * Tells who is waited for.
   *
   * @param reason such as {@code another process is writing to muster.db}
   */
  default void tell(String reason) {
    waiting("waiting: " + reason + " (" + TOLD_AFTER.toSeconds() + " s)");
  }
}
