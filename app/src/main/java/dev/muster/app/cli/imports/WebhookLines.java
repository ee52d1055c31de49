package dev.muster.app.cli.imports;

import dev.muster.app.json.JsonText;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.time.Instant;

/**
 * Prints what becomes of messages to webhooks as JSON documents, one a line:
 *
 * <pre>
 * {"event":"webhook_failed","node":"a","url":"https://…","webhook_id":"msg_imp_…",…}
 * </pre>
 */
final class WebhookLines implements WebhookEvents {

  private final PrintWriter out;
  private final String node;

  WebhookLines(PrintWriter out, String node) {
    this.out = out;
    this.node = node;
  }

  @Override
  public void delivered(String url, WebhookMessage message) {
    write(event("webhook_delivered", url, message));
  }

  @Override
  public void failed(String url, WebhookMessage message, String reason, Instant next) {
    write(
        event("webhook_failed", url, message)
            .append("reason", Value.of(reason))
            .append("next_attempt_at", Value.of(next.toString())));
  }

  @Override
  public void givenUp(String url, WebhookMessage message, String reason) {
    write(event("webhook_given_up", url, message).append("reason", Value.of(reason)));
  }

  @Override
  public void disabled(String url) {
    write(event("webhook_disabled", url));
  }

  private Struct.Builder event(String name, String url, WebhookMessage message) {
    return event(name, url)
        .append("webhook_id", Value.of(message.id()))
        .append("type", Value.of(message.event()))
        .append("id", Value.of(message.job()))
        .append("attempts", Value.of(message.attempts()));
  }

  private Struct.Builder event(String name, String url) {
    return new Struct.Builder()
        .append("event", Value.of(name))
        .append("node", Value.of(node))
        .append("url", Value.of(url));
  }

  private synchronized void write(Struct.Builder event) {
    out.println(JsonText.of(event.build()));
    out.flush();
  }
}
