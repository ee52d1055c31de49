package dev.muster.app.webhook;

import java.time.Duration;

/** What came of sending a message once. */
public sealed interface Answer {

  /** The recipient has the message. */
  record Accepted() implements Answer {}

  /** The recipient wants no more messages. */
  record Gone() implements Answer {}

  /**
   * The recipient may not have the message.
   *
   * @param pause the time that the recipient asks for before the next attempt; zero for none
   */
  record Failed(String reason, Duration pause) implements Answer {}

  /** The recipient will never take this message. */
  record Refused(String reason) implements Answer {}

  /** This process stops, and did not wait for an answer. */
  record NotAwaited() implements Answer {}
}
