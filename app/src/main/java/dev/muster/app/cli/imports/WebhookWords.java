package dev.muster.app.cli.imports;

import dev.muster.app.document.Printable;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.WebhookEvents;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Prints what becomes of messages to webhooks as text, one a line. */
final class WebhookWords implements WebhookEvents {

  private final PrintWriter out;

  WebhookWords(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void delivered(String url, WebhookMessage message) {
    say("sent " + named(message) + " to webhook " + url);
  }

  @Override
  public void failed(String url, WebhookMessage message, String reason, Instant next) {
    say(
        "webhook "
            + url
            + " did not accept "
            + named(message)
            + ": "
            + reason
            + "; next attempt at "
            + next.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void givenUp(String url, WebhookMessage message, String reason) {
    say("webhook " + url + " does not get " + named(message) + " any more: " + reason);
  }

  @Override
  public void disabled(String url) {
    say("webhook " + url + " answered 410 Gone; it gets no messages until the next start");
  }

  private static String named(WebhookMessage message) {
    return message.event() + " of import " + message.job();
  }

  private synchronized void say(String line) {
    out.println("muster: " + Printable.of(line));
    out.flush();
  }
}
