package dev.muster.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores the messages that are to be sent to webhooks, and the URLs of the webhooks. Every method
 * takes part in a running transaction. For one thread.
 */
public interface WebhookMessages {

  /** Adds a webhook, and enables it if it was disabled. Messages are stored for it from now on. */
  void register(String endpoint, Instant now);

  /** Notes that a process has a webhook in its settings. */
  void seen(String endpoint, Instant now);

  /**
   * Stores a message for each webhook that is not disabled, to be sent at once. Its endpoint, due
   * time and attempts are ignored. Does nothing if the message is stored already.
   */
  void add(WebhookMessage message);

  /** Stores a message for one webhook, unless it is stored already or the webhook is disabled. */
  void addTo(String endpoint, WebhookMessage message);

  /** The number of messages for a webhook. */
  long count(String endpoint);

  /** Messages for a webhook that are due, those that were due first at the beginning. */
  List<WebhookMessage> due(String endpoint, Instant now, int limit);

  /**
   * Reserves a message for an attempt by this process, and counts the attempt.
   *
   * @param until when another process may send it, in case that this one dies
   * @return the message as it is stored now; empty if another process was first
   */
  Optional<WebhookMessage> claim(WebhookMessage message, Instant until);

  /**
   * Extends the reservation of a claimed message.
   *
   * @param until when another process may send it, in case that this one dies
   * @return the message as it is stored now; empty if another process has claimed it meanwhile
   */
  Optional<WebhookMessage> renew(WebhookMessage claimed, Instant until);

  /**
   * Stores when a claimed message is to be sent again, and how many attempts are counted. Does
   * nothing if another process has claimed it meanwhile.
   */
  void retry(WebhookMessage claimed, Instant dueAt, int attempts);

  /** Makes messages about an import due at once that would be due after a time. */
  void hasten(String job, String event, Instant after);

  /**
   * Deletes a message, because it was delivered or is given up.
   *
   * @return false if it was deleted already
   */
  boolean remove(WebhookMessage message);

  /**
   * Disables a webhook until it is registered again, and deletes its messages.
   *
   * @return false if it is disabled already
   */
  boolean disable(String endpoint, Instant at);

  /** Deletes webhooks that no process has had in its settings since a time, with their messages. */
  void forgetUnseenSince(Instant time);
}
