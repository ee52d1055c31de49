package dev.muster.app.store;

import java.time.Instant;

/**
 * A message for one webhook that is not delivered yet.
 *
 * @param endpoint the webhook's URL
 * @param id the same for all webhooks and all attempts
 * @param event such as {@code import.completed}
 * @param realm the name of the import's realm
 * @param job the import's id; the import may be deleted by now
 * @param body the JSON document to send
 * @param createdAt when the event happened
 * @param dueAt when it is to be sent; while it is being sent, when that is to be repeated because
 *     the process died
 * @param attempts how often it was sent
 */
public record WebhookMessage(
    String endpoint,
    String id,
    String event,
    String realm,
    String job,
    String body,
    Instant createdAt,
    Instant dueAt,
    int attempts) {

  /** This message with another due time and count of attempts. */
  public WebhookMessage due(Instant time, int counted) {
    return new WebhookMessage(endpoint, id, event, realm, job, body, createdAt, time, counted);
  }
}
