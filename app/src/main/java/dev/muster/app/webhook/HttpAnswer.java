package dev.muster.app.webhook;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer of a webhook. */
final class HttpAnswer implements PendingAnswer {

  private static final int GONE = 410;
  static final String LATE = "no answer within " + Sender.TIMEOUT.toSeconds() + " seconds";

  private final CompletableFuture<HttpResponse<Void>> response;
  private final long begunNanos = System.nanoTime();
  private volatile boolean cancelled;

  HttpAnswer(CompletableFuture<HttpResponse<Void>> response) {
    this.response = response;
  }

  @Override
  public void cancel() {
    cancelled = true;
    response.cancel(true);
  }

  /** Fails {@link Sender#TIMEOUT} after the message was sent. */
  @Override
  public Optional<Answer> await(Duration patience, Instant now) {
    long left = Math.max(0, Sender.TIMEOUT.toNanos() - (System.nanoTime() - begunNanos));
    try {
      return Optional.of(
          answer(response.get(Math.min(left, patience.toNanos()), TimeUnit.NANOSECONDS), now));
    } catch (TimeoutException e) {
      if (patience.toNanos() < left) {
        return Optional.empty();
      }
      response.cancel(true); // an endless answer
      return Optional.of(failed(LATE));
    } catch (ExecutionException e) {
      return Optional.of(cancelled ? new Answer.NotAwaited() : failed(reason(e)));
    } catch (CancellationException e) {
      return Optional.of(new Answer.NotAwaited());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Answer.NotAwaited());
    }
  }

  private static Answer answer(HttpResponse<Void> response, Instant now) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Answer.Accepted();
    }
    return status == GONE
        ? new Answer.Gone()
        : new Answer.Failed("HTTP status " + status, pause(response, now));
  }

  /** The header Retry-After (RFC 9110, 10.2.3): seconds or a date. */
  private static Duration pause(HttpResponse<Void> response, Instant now) {
    String asked = response.headers().firstValue("Retry-After").orElse("").strip();
    if (asked.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(asked));
    }
    try {
      Instant until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  private static Answer failed(String reason) {
    return new Answer.Failed(reason, Duration.ZERO);
  }

  static String reason(ExecutionException e) {
    Throwable error = e.getCause() == null ? e : e.getCause();
    if (error instanceof ConnectException) {
      return "it can't be reached";
    }
    if (error instanceof HttpTimeoutException) {
      return LATE;
    }
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}
