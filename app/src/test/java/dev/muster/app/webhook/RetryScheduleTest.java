package dev.muster.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void attemptsAreSpreadOverThreeDays() {
    List<Long> seconds = new ArrayList<>();
    Instant now = START;
    int attempts = 1;
    Optional<Instant> next = RetrySchedule.next(message("msg_a", attempts), now, Duration.ZERO);
    while (next.isPresent()) {
      seconds.add(Duration.between(now, next.get()).toSeconds());
      now = next.get();
      next = RetrySchedule.next(message("msg_a", ++attempts), now, Duration.ZERO);
    }
    assertThat(attempts).isEqualTo(10);
    List<Long> schedule =
        List.of(5L, 300L, 1800L, 7200L, 18_000L, 36_000L, 50_400L, 72_000L, 86_400L);
    for (int i = 0; i < schedule.size(); i++) {
      assertThat(seconds.get(i)).isBetween(schedule.get(i), schedule.get(i) * 11 / 10);
    }
    assertThat(seconds).hasSameSizeAs(schedule);
  }

  @Test
  void messagesThatFailTogetherAreNotSentTogetherAgain() {
    assertThat(
            List.of("msg_a", "msg_b", "msg_c", "msg_d").stream()
                .map(id -> RetrySchedule.next(message(id, 2), START, Duration.ZERO).orElseThrow())
                .distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void aLongerPauseIsHonoured() {
    assertThat(RetrySchedule.next(message("msg_a", 1), START, Duration.ofHours(1)).orElseThrow())
        .isBetween(START.plusSeconds(3600), START.plusSeconds(3601));
  }

  @Test
  void aPauseOfDaysIsShortenedToOne() {
    assertThat(RetrySchedule.next(message("msg_a", 1), START, Duration.ofDays(5)).orElseThrow())
        .isBetween(START.plus(Duration.ofDays(1)), START.plus(Duration.ofHours(25)));
  }

  @Test
  void aMessageIsGivenUpAfterFourDays() {
    assertThat(
            RetrySchedule.next(
                message("msg_a", 1), START.plus(Duration.ofDays(4)), Duration.ofDays(1)))
        .isEmpty();
    assertThat(RetrySchedule.isSpent(message("msg_a", 0), START.plus(Duration.ofDays(4))))
        .isFalse();
    assertThat(
            RetrySchedule.isSpent(
                message("msg_a", 0), START.plus(Duration.ofDays(4)).plusMillis(1)))
        .isTrue();
  }

  private static WebhookMessage message(String id, int attempts) {
    return new WebhookMessage(
        "https://example.org/",
        id,
        "import.completed",
        "default",
        "imp_1",
        "{}",
        START,
        START,
        attempts);
  }
}
