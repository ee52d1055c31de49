package dev.muster.app.remote.auth0;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends requests, and sends them again as Auth0's own client does: three times after a broken
 * connection or a server's error, and for as long as {@link Patience#turn} allows after status 429.
 */
final class Requests {

  private static final int TOO_MANY = 429;
  private static final Set<Integer> TRANSIENT = Set.of(500, 502, 503, 504, 524);
  private static final int RETRIES_MAX = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration UNNAMED_RESET = Duration.ofSeconds(5);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
  private static final long SECONDS_MAX = 1L << 40;

  private final Transport transport;
  private final Optional<Duration> turn;
  private final Clock clock;
  private final Pauses pauses;
  private final WaitingNotice notice;

  Requests(
      Transport transport,
      Optional<Duration> turn,
      Clock clock,
      Pauses pauses,
      WaitingNotice notice) {
    this.transport = transport;
    this.turn = turn;
    this.clock = clock;
    this.pauses = pauses;
    this.notice = notice;
  }

  /**
   * Sends a request until there is an answer other than "not now".
   *
   * @throws RemoteFailure if there is none
   */
  Answer send(HttpRequest request) throws RemoteFailure {
    Duration waited = Duration.ZERO;
    int failures = 0;
    while (true) {
      try {
        Answer answer = transport.send(request);
        if (answer.status() == TOO_MANY) {
          waited = waited.plus(waitForTurn(answer, waited));
          continue;
        }
        if (!TRANSIENT.contains(answer.status()) || failures == RETRIES_MAX) {
          return answer;
        }
      } catch (IOException e) {
        if (failures == RETRIES_MAX) {
          throw new RemoteFailure(String.valueOf(e.getMessage()));
        }
      }
      pauses.pause(jittered(FIRST_PAUSE.multipliedBy(1L << failures)));
      failures++;
    }
  }

  private Duration waitForTurn(Answer answer, Duration waited) throws RemoteFailure {
    Duration pause = untilReset(answer);
    if (turn.isPresent() && waited.plus(pause).compareTo(turn.get()) > 0) {
      throw new RemoteFailure(
          answer.error()
              + " (waited "
              + waited.toSeconds()
              + " s; the server's next turn is in "
              + pause.toSeconds()
              + " s, which is beyond --max-wait)");
    }
    notice.waiting(pause, answer.error());
    pauses.pause(pause);
    return pause;
  }

  /** The time until the header X-RateLimit-Reset, in seconds since 1970; 5 s without it. */
  private Duration untilReset(Answer answer) {
    String reset = answer.headers().firstValue("X-RateLimit-Reset").orElse("").strip();
    if (!reset.matches("[0-9]{1,12}") || Long.parseLong(reset) > SECONDS_MAX) {
      return UNNAMED_RESET;
    }
    Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return left.compareTo(PAUSE_MIN) < 0 ? PAUSE_MIN : left;
  }

  /** Between half of a time and all of it, so that clients don't come back all at once. */
  private static Duration jittered(Duration time) {
    return time.dividedBy(2).plusNanos(ThreadLocalRandom.current().nextLong(time.toNanos() / 2));
  }
}
