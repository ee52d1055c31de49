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
import java.util.function.Supplier;

/** The answer of the SMTP server. */
final class MailAnswer implements PendingAnswer {

  /** A server may take {@link MailServer#TIMEOUT} for one step, and a mail has about ten. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String LATE = "no answer within " + PATIENCE.toMinutes() + " minutes";

  private final CompletableFuture<Answer> answer;
  private final long begunNanos = System.nanoTime();

  private MailAnswer(CompletableFuture<Answer> answer) {
    this.answer = answer;
  }

  /** Begins to send a mail in a thread of its own, because that may take minutes. */
  static MailAnswer of(Supplier<Answer> sending) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(answer, sending), "muster-mail");
    thread.setDaemon(true);
    thread.start();
    return new MailAnswer(answer);
  }

  private static void complete(CompletableFuture<Answer> answer, Supplier<Answer> sending) {
    try {
      answer.complete(sending.get());
    } finally {
      answer.complete(failed("the mail can't be written")); // if not yet
    }
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

  static Answer failed(String reason) {
    return new Answer.Failed(reason, Duration.ZERO);
  }

  @Override
  public void cancel() {
    answer.cancel(true);
  }
}
