package dev.muster.app.webhook;

import dev.muster.app.store.WebhookMessage;
import java.time.Instant;

/**
 * Observes the delivery of messages. Called by several threads. URLs have no query, which may hold
 * a secret.
 */
public interface WebhookEvents {

  /** A webhook has accepted a message. */
  void delivered(String url, WebhookMessage message);

  /** An attempt failed; the next one is at {@code next}. */
  void failed(String url, WebhookMessage message, String reason, Instant next);

  /** A message is not sent any more. */
  void givenUp(String url, WebhookMessage message, String reason);

  /** A webhook answered that it wants no more messages. */
  void disabled(String url);
}
