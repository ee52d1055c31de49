package dev.muster.app.store;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something now and then, and when it is asked to, on a thread of its own. Thread-safe. */
final class Ticker implements Closeable {

  private final ScheduledExecutorService thread;
  private final Runnable action;

  /**
   * Begins at once.
   *
   * @param action must not throw
   */
  Ticker(String name, Duration pause, Runnable action) {
    this.action = action;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(action, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does it soon, too. Returns at once. */
  void now() {
    try {
      thread.execute(action);
    } catch (RejectedExecutionException e) {
      // it has been closed in the meantime
    }
  }

  /** Stops after what is being done, which is not waited for. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
