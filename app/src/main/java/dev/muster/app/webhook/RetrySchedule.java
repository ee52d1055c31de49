package dev.muster.app.webhook;

import dev.muster.app.store.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message is sent again: Standard Webhooks' example schedule, ten attempts in three days.
 */
final class RetrySchedule {

  /** The age at which a message is given up, whatever pauses a webhook asked for. */
  static final Duration AGE_MAX = Duration.ofDays(4);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final int JITTER_PARTS = 100;
  private static final int JITTER_PERCENT_MAX = 10;

  /** So that one answer can't use up all the time of a message. */
  private static final Duration PAUSE_MAX = Duration.ofDays(1);

  private RetrySchedule() {}

  /**
   * The time of the next attempt, after the last one failed.
   *
   * @param pause the shortest pause that the webhook asks for; of more than a day, a day is kept
   * @return empty if the message is to be given up
   */
  static Optional<Instant> next(WebhookMessage message, Instant now, Duration pause) {
    if (isSpent(message, now)) {
      return Optional.empty();
    }
    Duration scheduled = PAUSES.get(message.attempts() - 1);
    Duration jitter = scheduled.multipliedBy(jitterPercent(message)).dividedBy(JITTER_PARTS);
    Duration asked = pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    Duration longer = scheduled.compareTo(asked) < 0 ? asked : scheduled;
    Instant next = now.plus(longer).plus(jitter);
    return next.isAfter(message.createdAt().plus(AGE_MAX)) ? Optional.empty() : Optional.of(next);
  }

  /** Whether a message has been sent often enough, or is too old. */
  static boolean isSpent(WebhookMessage message, Instant now) {
    return message.attempts() > PAUSES.size() || now.isAfter(message.createdAt().plus(AGE_MAX));
  }

  /** Differs by message, so that a webhook does not get all that failed together at once again. */
  private static int jitterPercent(WebhookMessage message) {
    return Math.floorMod(message.id().hashCode() + message.attempts(), JITTER_PERCENT_MAX + 1);
  }
}
