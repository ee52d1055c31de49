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

  /** Waits for so long, or until the signal is raised; true when it was. */
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
