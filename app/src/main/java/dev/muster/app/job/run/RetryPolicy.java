package dev.muster.app.job.run;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How often work is retried: a limited number of times, with short pauses, after conflicts with
 * other writers; without limit while the store can't be reached; never if the error is permanent.
 */
final class RetryPolicy {

  private static final int OVERTAKEN_MAX = 25;

  /**
   * The most consecutive violations of the same value. A race would end at the first retry, because
   * the look-up then sees the other session's write.
   */
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
   * Runs work, and retries it until it succeeds.
   *
   * @throws StoreUnavailable if a retry is pointless
   * @throws DataViolation if the database rejects a value, and not because of a race
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
   * Waits before work is retried after a violation.
   *
   * @throws DataViolation the given one, if it can't be caused by a race
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
   * Waits before work is retried.
   *
   * @throws StoreUnavailable the given one, if a retry is pointless
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
