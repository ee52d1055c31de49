package dev.muster.app.job.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks an import to stop at the next safe point. Thread-safe. */
public final class StopSignal {

  private final CountDownLatch raised = new CountDownLatch(1);

  public void raise() {
    raised.countDown();
  }

  public boolean raised() {
    return raised.getCount() == 0;
  }

  /** Waits until the signal is raised, for at most {@code patience}; true if it was raised. */
  public boolean await(Duration patience) {
    try {
      return raised.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      raise();
      return true;
    }
  }
}
