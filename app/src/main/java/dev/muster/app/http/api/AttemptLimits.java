package dev.muster.app.http.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Limits wrong attempts by a key, as a bucket that regains one attempt after another. Attempts that
 * turn out right are given back. Thread-safe.
 */
public final class AttemptLimits {

  /** The least recently used keys beyond this number are forgotten. */
  private static final int KEYS_MAX = 100_000;

  private static final int KEY_CHARACTERS_MAX = 300;

  private final int burst;
  private final long nanosPerAttempt;
  private final LongSupplier clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > KEYS_MAX;
        }
      };

  /**
   * Limits.
   *
   * @param burst how many attempts may fail at once
   * @param regain the time after which one more is allowed
   * @param clock nanoseconds that never go back
   */
  AttemptLimits(int burst, Duration regain, LongSupplier clock) {
    this.burst = burst;
    this.nanosPerAttempt = regain.toNanos();
    this.clock = clock;
  }

  /** As many wrong attempts at once as in each minute. */
  public static AttemptLimits perMinute(int attempts) {
    return new AttemptLimits(attempts, Duration.ofMinutes(1).dividedBy(attempts), System::nanoTime);
  }

  /**
   * Begins an attempt.
   *
   * @return how long to wait, if there were too many
   */
  public synchronized Optional<Duration> begin(String key) {
    long now = clock.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(shortened(key), any -> new Bucket(now));
    // the debt is the time until all attempts are regained
    long debt = Math.max(0, bucket.debtNanos - (now - bucket.atNanos));
    bucket.atNanos = now;
    bucket.debtNanos = debt;
    long room = burst * nanosPerAttempt - debt;
    if (room < nanosPerAttempt) {
      return Optional.of(Duration.ofNanos(nanosPerAttempt - room));
    }
    bucket.debtNanos = debt + nanosPerAttempt;
    return Optional.empty();
  }

  /**
   * Begins an attempt, which is refused if there were too many.
   *
   * @param whose ends the sentence "Too many wrong passwords"
   */
  void require(String key, String whose) throws ApiProblem {
    Optional<Duration> wait = begin(key);
    if (wait.isPresent()) {
      throw ApiProblem.later(
          ApiErrorCode.TOO_MANY_ATTEMPTS, "Too many wrong passwords " + whose + ".", wait.get());
    }
  }

  /** Gives an attempt back, because it was right. */
  public synchronized void giveBack(String key) {
    Bucket bucket = buckets.get(shortened(key));
    if (bucket != null) {
      bucket.debtNanos = Math.max(0, bucket.debtNanos - nanosPerAttempt);
    }
  }

  /** Long keys are kept as digests, because clients choose them. */
  private static String shortened(String key) {
    return key.length() <= KEY_CHARACTERS_MAX ? key : DigestUtils.sha256Hex(key);
  }

  private static final class Bucket {

    private long atNanos;
    private long debtNanos;

    Bucket(long now) {
      this.atNanos = now;
    }
  }
}
