package dev.muster.app.store.postgres;

import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How many sessions may have a connection at a time. Others wait in order of arrival, longer than
 * the pool waits for a connection: the pool's time is for a server that can't be reached.
 * Thread-safe.
 */
final class Seats {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Semaphore free;
  private final Duration patience;

  Seats(int number) {
    this(number, PATIENCE);
  }

  Seats(int number, Duration patience) {
    this.free = new Semaphore(number, true);
    this.patience = patience;
  }

  /** Adds some. */
  void add(int number) {
    free.release(number);
  }

  /**
   * Takes one.
   *
   * @throws StoreUnavailable if none becomes free
   */
  void take() {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw tooBusy(new TimeoutException("all sessions are in use"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooBusy(e);
    }
  }

  private StoreUnavailable tooBusy(Exception cause) {
    return new StoreUnavailable(
        "too many others use the database: no session was free within "
            + patience.toSeconds()
            + " seconds",
        "Try again later.",
        cause);
  }

  /** Gives one back. */
  void giveBack() {
    free.release();
  }
}
