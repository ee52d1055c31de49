package dev.muster.app.webhook;

import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.settings.WebhookSettings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.thread.Ticker;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Delivers the messages of a directory to their recipients, until closed. Each recipient has its
 * own thread, so that a slow one does not delay the others. Several processes may do this for one
 * directory; each message is sent by one of them at a time.
 */
public final class Webhooks implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration UPKEEP = Duration.ofHours(1);

  /** How long answers are awaited when the process stops. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

  private static final Duration LAST_WRITES = Duration.ofSeconds(20);

  private final Database database;
  private final List<Recipient> recipients;
  private final WebhookEvents events;
  private final Clock clock;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Ticker> tickers = new ArrayList<>();
  private final List<Closeable> listening = new ArrayList<>();

  /**
   * Does nothing until it is started.
   *
   * @param database not closed with this object
   */
  public Webhooks(
      Database database, List<Recipient> recipients, WebhookEvents events, Clock clock) {
    this.recipients = List.copyOf(recipients);
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The webhooks of the settings.
   *
   * @param folder what paths of files of secrets start from
   * @throws SettingsProblem if a file of secrets can't be used
   */
  public static List<Recipient> of(List<WebhookSettings> settings, Path folder)
      throws SettingsProblem {
    List<Recipient> endpoints = new ArrayList<>();
    if (!settings.isEmpty()) {
      Sender sender = new Sender();
      for (WebhookSettings each : settings) {
        endpoints.add(new Endpoint(each, folder, sender));
      }
    }
    return endpoints;
  }

  /** Registers the recipients and begins to deliver. */
  public void start() {
    if (!recipients.isEmpty()) {
      List<Runnable> looks = new ArrayList<>();
      for (Recipient recipient : recipients) {
        Delivery delivery = new Delivery(database, recipient, events, clock);
        deliveries.add(delivery);
        delivery.register();
        looks.add(startToDeliver(delivery));
      }
      listening.add(database.onJobChanged(() -> looks.forEach(Runnable::run)));
    }
    tickers.add(new Ticker("muster-webhooks", UPKEEP, this::keepUp));
  }

  /** Looks for messages now and then; returns what makes it look at once, and never waits. */
  private Runnable startToDeliver(Delivery delivery) {
    AtomicBoolean asked = new AtomicBoolean();
    Ticker ticker =
        new Ticker(
            "muster-webhook-" + deliveries.size(),
            LOOK,
            () -> {
              asked.set(false);
              delivery.deliverDue();
            });
    tickers.add(ticker);
    return () -> {
      if (asked.compareAndSet(false, true)) {
        ticker.now();
      }
    };
  }

  private void keepUp() {
    Instant now = clock.instant();
    try (Session session = database.open()) {
      recipients.forEach(each -> session.webhooks().seen(each.key(), now));
      recipients.forEach(each -> each.keepUp(session, now));
      session.webhooks().forgetUnseenSince(now.minus(RetrySchedule.AGE_MAX));
    }
  }

  /** Stops. Messages whose answers do not come at once are sent by the next process. */
  @Override
  public void close() {
    try {
      for (Closeable each : listening) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      tickers.forEach(Ticker::close);
      tickers.forEach(ticker -> ticker.closeAndWait(LAST_ANSWERS));
      deliveries.forEach(Delivery::stop);
      tickers.forEach(ticker -> ticker.closeAndWait(LAST_WRITES));
    }
  }
}
