package dev.muster.app.webhook;

import dev.muster.app.json.JsonText;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.settings.WebhookSettings;
import dev.muster.app.store.WebhookMessage;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A signed message of the type {@code webhook.test}, which shows whether a webhook takes messages.
 * It is sent once, and leaves nothing in the directory.
 */
public final class TestMessage {

  private static final String EVENT = "webhook.test";
  private static final int OK_MIN = 200;
  private static final int OK_MAX = 299;

  private TestMessage() {}

  /**
   * What came of it.
   *
   * @param id the message's id
   * @param status the status of the answer; empty if there was none
   * @param reason why there was none
   * @param time until the answer, or until none was awaited any more
   */
  public record Result(String id, OptionalInt status, Optional<String> reason, Duration time) {

    /** Whether the webhook has taken the message. */
    public boolean isAccepted() {
      return status.isPresent() && status.getAsInt() >= OK_MIN && status.getAsInt() <= OK_MAX;
    }
  }

  /**
   * Sends a message and waits for the answer.
   *
   * @param folder what the path of a file of secrets starts from
   * @throws SettingsProblem if the file of secrets can't be used
   */
  public static Result send(WebhookSettings webhook, Path folder, Instant now)
      throws SettingsProblem {
    Sender sender = new Sender();
    Endpoint endpoint = new Endpoint(webhook, folder, sender);
    WebhookMessage message = message(webhook, now.truncatedTo(ChronoUnit.MILLIS));
    long begunNanos = System.nanoTime();
    Optional<String> reason;
    try {
      CompletableFuture<Integer> status =
          sender.send(endpoint, message, now).thenApply(answer -> answer.statusCode());
      return new Result(
          message.id(),
          OptionalInt.of(status.get(Sender.TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)),
          Optional.empty(),
          since(begunNanos));
    } catch (TimeoutException e) {
      reason = Optional.of(HttpAnswer.LATE);
    } catch (ExecutionException e) {
      reason = Optional.of(HttpAnswer.reason(e));
    } catch (IOException e) {
      reason = Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason = Optional.of("the answer was not awaited");
    }
    return new Result(message.id(), OptionalInt.empty(), reason, since(begunNanos));
  }

  private static Duration since(long begunNanos) {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  private static WebhookMessage message(WebhookSettings webhook, Instant now) {
    Struct body =
        new Struct.Builder()
            .append("type", Value.of(EVENT))
            .append("timestamp", Value.of(now.toString()))
            .append("data", Struct.EMPTY)
            .build();
    return new WebhookMessage(
        webhook.url().toString(),
        "msg_test_" + UUID.randomUUID(),
        EVENT,
        "",
        "",
        JsonText.of(body),
        now,
        Instant.EPOCH,
        0);
  }
}
