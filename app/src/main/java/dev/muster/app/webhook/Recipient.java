package dev.muster.app.webhook;

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
   * Begins to send a message, and does not wait for the answer.
   *
   * @param now the time of the attempt
   * @throws IOException if the message can't be sent at present
   */
  PendingAnswer send(WebhookMessage message, Instant now) throws IOException;
}
