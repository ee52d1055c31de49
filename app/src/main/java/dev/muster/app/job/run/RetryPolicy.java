package dev.muster.app.job.run;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one piece of work is retried: a few times, almost at once, when another import was
 * faster; without end when the store is away; never when retrying is pointless.
 */
final class RetryPolicy {

  private static final int OVERTAKEN_MAX = 25;

  /** Refusals of one value in a row: a race ends when the next look-up sees who won it. */
  private static final int SAME_PLACE_MAX = 3;

  private static final int SHORT_MILLIS = 20;
  private static final int FIRST_WAIT_MILLIS = 100;
  private static final int LONGEST_WAIT_MILLIS = 3_000;

  private final StopSignal stop;
  private final ImportProgress progress;
  private int overtaken;
  private int away;
  private int samePlace;
  private @Nullable DataViolation last;

  RetryPolicy(StopSignal stop, ImportProgress progress) {
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * Does work that can be tried again, until it succeeds.
   *
   * @throws StoreUnavailable if retrying is pointless
   * @throws DataViolation if the database refuses the data, and not because of a race
   * @throws Stopped if the stop signal was raised
   */
  <T> T insist(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (StoreUnavailable e) {
        await(e);
      } catch (DataViolation e) {
        await(e);
      }
    }
  }

  /**
   * Waits until refused work may be tried again.
   *
   * @throws DataViolation the one passed in, if no race can be the reason
   * @throws Stopped if the stop signal was raised
   */
  void await(DataViolation refusal) {
    samePlace = last != null && refusal.isSamePlace(last) ? samePlace + 1 : 1;
    last = refusal;
    if (!refusal.maybeRace() || samePlace == SAME_PLACE_MAX || ++overtaken > OVERTAKEN_MAX) {
      throw refusal;
    }
    pauseAfterRace();
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
        pauseAfterRace();
      }
      case AWAY -> {
        progress.waiting(reason);
        pause(Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(away++, 10)));
      }
    }
  }

  private void pauseAfterRace() {
    pause(ThreadLocalRandom.current().nextInt(SHORT_MILLIS * overtaken) + 1);
  }

  private void pause(int millis) {
    if (stop.await(Duration.ofMillis(millis))) {
      throw new Stopped();
    }
  }
}
