package dev.muster.app.job.run;

import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How long one piece of work is tried again: at once, more or less, when another import was faster;
 * as long as it takes when the store is away; not at all when trying does not help.
 */
final class RetryPolicy {

  private static final int OVERTAKEN_MAX = 25;
  private static final int SHORT_MILLIS = 20;
  private static final int FIRST_WAIT_MILLIS = 100;
  private static final int LONGEST_WAIT_MILLIS = 3_000;

  private final StopSignal stop;
  private final ImportProgress progress;
  private int overtaken;
  private int away;

  RetryPolicy(StopSignal stop, ImportProgress progress) {
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * Does work that can be begun again, until the store lets it succeed.
   *
   * @throws StoreUnavailable if trying again is no use
   * @throws Stopped if the stop signal was raised
   */
  <T> T insist(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (StoreUnavailable e) {
        await(e);
      }
    }
  }

  /**
   * Waits until the work may be tried again.
   *
   * @throws StoreUnavailable the one passed in, if that is no use
   * @throws Stopped if the stop signal was raised
   */
  void await(StoreUnavailable reason) {
    switch (reason.kind()) {
      case PERMANENT -> throw reason;
      case OVERTAKEN -> {
        if (++overtaken > OVERTAKEN_MAX) {
          throw reason;
        }
        pause(ThreadLocalRandom.current().nextInt(SHORT_MILLIS * overtaken) + 1);
      }
      case AWAY -> {
        progress.waiting(reason);
        pause(Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(away++, 10)));
      }
    }
  }

  private void pause(int millis) {
    if (stop.await(Duration.ofMillis(millis))) {
      throw new Stopped();
    }
  }
}
