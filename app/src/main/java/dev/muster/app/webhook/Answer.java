package dev.muster.app.webhook;

import java.time.Duration;

/** What came of sending a message once. */
sealed interface Answer {

  /** The webhook has the message. */
  record Accepted() implements Answer {}

  /** The webhook wants no more messages. */
  record Gone() implements Answer {}

  /**
   * The webhook may not have the message.
   *
   * @param pause the time that the webhook asks for before the next attempt; zero for none
   */
  record Failed(String reason, Duration pause) implements Answer {}

  /** This process stops, and did not wait for an answer. */
  record NotAwaited() implements Answer {}
}
