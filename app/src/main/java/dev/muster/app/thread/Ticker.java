package dev.muster.app.thread;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs an action periodically and on request, on its own thread. Thread-safe. */
public final class Ticker implements Closeable {

  private final ScheduledExecutorService thread;
  private final Runnable action;

  /**
   * Runs the action for the first time at once.
   *
   * @param pause the time between two periodic runs
   * @param action what it throws is ignored, and the next run comes all the same
   */
  public Ticker(String name, Duration pause, Runnable action) {
    this.action = () -> run(action);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    @SuppressWarnings({"FutureReturnValueIgnored", "unused"}) // nobody waits for it
    Object ignored =
        thread.scheduleWithFixedDelay(this.action, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      return; // an exception would end the periodic runs
    }
  }

  /** Requests an additional run. Returns at once. */
  public void now() {
    try {
      thread.execute(action);
    } catch (RejectedExecutionException e) {
      // closed meanwhile
    }
  }

  /** Stops after the current run, without waiting for it. */
  @Override
  public void close() {
    thread.shutdown();
  }

  /** Stops after the current run, and waits for its end. */
  public void closeAndWait(Duration most) {
    close();
    try {
      boolean ignored = thread.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
