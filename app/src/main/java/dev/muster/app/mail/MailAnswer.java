package dev.muster.app.mail;

import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer of the SMTP server. */
final class MailAnswer implements PendingAnswer {

  /** A server may take {@link MailServer#TIMEOUT} for one step, and a mail has about ten. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String LATE = "no answer within " + PATIENCE.toMinutes() + " minutes";

  private final CompletableFuture<Answer> answer;
  private final long begunNanos = System.nanoTime();

  MailAnswer(CompletableFuture<Answer> answer) {
    this.answer = answer;
  }

  @Override
  public Optional<Answer> await(Duration patience, Instant now) {
    long left = Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - begunNanos));
    try {
      return Optional.of(answer.get(Math.min(left, patience.toNanos()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return patience.toNanos() < left ? Optional.empty() : Optional.of(failed(LATE));
    } catch (ExecutionException e) {
      return Optional.of(failed(String.valueOf(e.getMessage())));
    } catch (CancellationException e) {
      return Optional.of(new Answer.NotAwaited());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Answer.NotAwaited());
    }
  }

  private static Answer failed(String reason) {
    return new Answer.Failed(reason, Duration.ZERO);
  }

  @Override
  public void cancel() {
    answer.cancel(true);
  }
}
