package dev.muster.app.webhook;

import dev.muster.app.store.Session;
import dev.muster.app.store.WebhookMessage;
import java.io.IOException;
import java.time.Instant;

/** Who is told about ended imports. Thread-safe. */
public interface Recipient {

  /** Its key in the store, under which its messages wait. */
  String key();

  /** Its name for operators, without secrets. */
  String shownName();

  /** Whether a message is to be sent to it. */
  boolean wants(WebhookMessage message);

  /**
   * Adds messages to the queue that the recipient makes itself. Called now and then, before its
   * queue is looked through.
   */
  default void replenish(Instant now) {}

  /** Deletes what it stored for a long time. Called every hour or so. */
  default void keepUp(Session session, Instant now) {}

  /** What became of a message that is not sent any more. */
  enum Ending {
    DELIVERED,
    GIVEN_UP,
    UNWANTED
  }

  /** Records what became of a message, in the transaction that deletes it. */
  default void ended(Session session, WebhookMessage message, Ending how) {}

  /**
   * Begins to send a message, and does not wait for the answer.
   *
   * @param now the time of the attempt
   * @throws IOException if the message can't be sent at present
   */
  PendingAnswer send(WebhookMessage message, Instant now) throws IOException;
}
