package dev.muster.app.webhook;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.WebhookMessage;
import dev.muster.apply.StoreUnavailable;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delivers the messages for one recipient. For one thread, except {@link #stop}. */
final class Delivery {

  /** When another process may send a message that this one has claimed and does not renew. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How often claims are renewed while answers are awaited. */
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private static final int MESSAGES_AT_ONCE = 10;
  private static final int REASON_CHARACTERS_MAX = 200;

  private final Database database;
  private final Recipient recipient;
  private final WebhookEvents events;
  private final Clock clock;
  private final Duration renewal;
  private volatile boolean stopping;
  private volatile List<Sent> underWay = List.of();

  Delivery(Database database, Recipient recipient, WebhookEvents events, Clock clock) {
    this(database, recipient, events, clock, RENEWAL);
  }

  /**
   * The delivery to a recipient.
   *
   * @param renewal how often claims are renewed while answers are awaited
   */
  Delivery(
      Database database, Recipient recipient, WebhookEvents events, Clock clock, Duration renewal) {
    this.renewal = renewal;
    this.database = database;
    this.recipient = recipient;
    this.events = events;
    this.clock = clock;
  }

  /** Registers the recipient, which enables it. */
  void register() {
    try (Session session = database.open()) {
      session.webhooks().register(recipient.key(), now());
    }
  }

  /** Sends the messages that are due, until none is. */
  void deliverDue() {
    recipient.replenish(now());
    List<WebhookMessage> due = due();
    while (!due.isEmpty() && !stopping) {
      if (!deliver(due)) {
        return; // other processes have them all
      }
      due = due();
    }
  }

  private List<WebhookMessage> due() {
    try (Session session = database.openReading()) {
      return session.webhooks().due(recipient.key(), now(), MESSAGES_AT_ONCE);
    }
  }

  /** Sends messages at the same time; false if none was left to this process. */
  private boolean deliver(List<WebhookMessage> due) {
    List<WebhookMessage> sendable = new ArrayList<>();
    for (WebhookMessage message : due) {
      if (!recipient.wants(message)) {
        remove(message, Recipient.Ending.UNWANTED);
      } else if (RetrySchedule.isSpent(message, now())) {
        giveUp(message, "it is too old, or processes died while they sent it");
      } else {
        sendable.add(message);
      }
    }
    List<WebhookMessage> claimed = claim(sendable);
    underWay = claimed.stream().map(this::send).toList();
    if (stopping) {
      stop();
    }
    while (!underWay.isEmpty()) {
      awaitFirst();
    }
    return sendable.size() < due.size() || !claimed.isEmpty();
  }

  /** Waits for the first answer, and keeps the claims on all messages meanwhile. */
  private void awaitFirst() {
    Optional<Answer> answer = underWay.get(0).answer().await(renewal, now());
    while (answer.isEmpty()) {
      renew();
      answer = underWay.get(0).answer().await(renewal, now());
    }
    WebhookMessage message = underWay.get(0).message();
    underWay = underWay.subList(1, underWay.size());
    record(message, answer.get());
  }

  private void renew() {
    try (Session session = database.open()) {
      underWay =
          session.inTransaction(
              () -> {
                Instant until = now().plus(LEASE);
                return underWay.stream()
                    .map(each -> each.with(renewed(session, each.message(), until)))
                    .toList();
              });
    } catch (StoreUnavailable e) {
      return; // the next renewal may be in time; otherwise another process sends them as well
    }
  }

  private static WebhookMessage renewed(Session session, WebhookMessage message, Instant until) {
    return session.webhooks().renew(message, until).orElse(message);
  }

  private List<WebhookMessage> claim(List<WebhookMessage> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    try (Session session = database.open()) {
      return session.inTransaction(
          () -> {
            Instant until = now().plus(LEASE); // after the wait for other writers
            return messages.stream()
                .flatMap(message -> session.webhooks().claim(message, until).stream())
                .toList();
          });
    }
  }

  private Sent send(WebhookMessage message) {
    try {
      return new Sent(message, recipient.send(message, now()));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Sent(message, new Unsent(reason));
    }
  }

  private void record(WebhookMessage message, Answer answer) {
    if (answer instanceof Answer.Accepted) {
      remove(message, Recipient.Ending.DELIVERED);
      events.delivered(recipient.shownName(), message);
    } else if (answer instanceof Answer.Gone) {
      disable();
    } else if (answer instanceof Answer.Failed failed) {
      retry(message, failed);
    } else if (answer instanceof Answer.Refused refused) {
      giveUp(message, cut(refused.reason()));
    } else {
      putBack(message);
    }
  }

  private void remove(WebhookMessage message, Recipient.Ending how) {
    try (Session session = database.open()) {
      session.inTransaction(() -> remove(session, message, how));
    }
  }

  /** Deletes a message, in a transaction; false if another process has deleted it. */
  private boolean remove(Session session, WebhookMessage message, Recipient.Ending how) {
    boolean first = session.webhooks().remove(message);
    if (first) {
      recipient.ended(session, message, how);
    }
    return first;
  }

  /** An attempt whose answer was not awaited is not counted. */
  private void putBack(WebhookMessage message) {
    try (Session session = database.open()) {
      session.webhooks().retry(message, now(), message.attempts() - 1);
    }
  }

  private void disable() {
    boolean disabled;
    try (Session session = database.open()) {
      disabled =
          session.inTransaction(
              () -> {
                boolean first = session.webhooks().disable(recipient.key(), now());
                if (first) {
                  enter(session, JournalAction.WEBHOOK_DISABLED, Optional.empty(), Struct.EMPTY);
                }
                return first;
              });
    }
    if (disabled) {
      events.disabled(recipient.shownName());
    }
  }

  private void retry(WebhookMessage message, Answer.Failed failed) {
    String reason = cut(failed.reason());
    Optional<Instant> next = RetrySchedule.next(message, now(), failed.pause());
    if (next.isPresent()) {
      try (Session session = database.open()) {
        session.webhooks().retry(message, next.get(), message.attempts());
      }
      events.failed(recipient.shownName(), message, reason, next.get());
    } else {
      giveUp(message, reason);
    }
  }

  private static String cut(String reason) {
    return reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX));
  }

  private void giveUp(WebhookMessage message, String reason) {
    Struct detail =
        new Struct.Builder()
            .append("id", Value.of(message.id()))
            .append("event", Value.of(message.event()))
            .append("attempts", Value.of(message.attempts()))
            .append("reason", Value.of(reason))
            .build();
    boolean removed;
    try (Session session = database.open()) {
      removed =
          session.inTransaction(
              () -> {
                boolean first = remove(session, message, Recipient.Ending.GIVEN_UP);
                if (first) {
                  enter(
                      session, JournalAction.WEBHOOK_GIVEN_UP, Optional.of(message.job()), detail);
                }
                return first;
              });
    }
    if (removed) {
      events.givenUp(recipient.shownName(), message, reason);
    }
  }

  private void enter(Session session, JournalAction action, Optional<String> job, Struct detail) {
    session.journal().add(now(), Actor.SYSTEM, action, recipient.shownName(), job, detail);
  }

  /** Sends no more, and waits for no answer. Thread-safe. */
  void stop() {
    stopping = true;
    underWay.forEach(each -> each.answer().cancel());
  }

  /** A message under way. */
  private record Sent(WebhookMessage message, PendingAnswer answer) {

    Sent with(WebhookMessage renewed) {
      return new Sent(renewed, answer);
    }
  }

  /** What became of a message that can't be sent. */
  private record Unsent(String reason) implements PendingAnswer {

    @Override
    public Optional<Answer> await(Duration patience, Instant now) {
      return Optional.of(new Answer.Failed(reason, Duration.ZERO));
    }

    @Override
    public void cancel() {
      // it is over
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
