package dev.muster.app.mail;

import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer of the SMTP server. */
final class MailAnswer implements PendingAnswer {

  /** Shorter than the time after which another process sends the mail. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final CompletableFuture<Answer> answer;
  private final long begunNanos = System.nanoTime();

  MailAnswer(CompletableFuture<Answer> answer) {
    this.answer = answer;
  }

  @Override
  public Answer await(Instant now) {
    long left = PATIENCE.toNanos() - (System.nanoTime() - begunNanos);
    try {
      return answer.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Answer.Failed(
          "no answer within " + PATIENCE.toSeconds() + " seconds", Duration.ZERO);
    } catch (ExecutionException e) {
      return new Answer.Failed(String.valueOf(e.getMessage()), Duration.ZERO);
    } catch (CancellationException e) {
      return new Answer.NotAwaited();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.NotAwaited();
    }
  }

  @Override
  public void cancel() {
    answer.cancel(true);
  }
}
