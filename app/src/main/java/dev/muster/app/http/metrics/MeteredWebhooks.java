package dev.muster.app.http.metrics;

import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.WebhookEvents;
import java.time.Instant;

/** Counts what becomes of messages to webhooks, and passes it on. */
public final class MeteredWebhooks implements WebhookEvents {

  private final WebhookEvents events;
  private final ServerMetrics metrics;

  public MeteredWebhooks(WebhookEvents events, ServerMetrics metrics) {
    this.events = events;
    this.metrics = metrics;
  }

  @Override
  public void delivered(String url, WebhookMessage message) {
    metrics.webhook("delivered");
    events.delivered(url, message);
  }

  @Override
  public void failed(String url, WebhookMessage message, String reason, Instant next) {
    metrics.webhook("failed");
    events.failed(url, message, reason, next);
  }

  @Override
  public void givenUp(String url, WebhookMessage message, String reason) {
    metrics.webhook("given_up");
    events.givenUp(url, message, reason);
  }

  @Override
  public void disabled(String url) {
    metrics.webhook("disabled");
    events.disabled(url);
  }
}
