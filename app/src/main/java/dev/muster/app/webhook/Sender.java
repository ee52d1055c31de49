package dev.muster.app.webhook;

import dev.muster.app.settings.BuildVersion;
import dev.muster.app.store.WebhookMessage;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Sends signed messages over HTTP. Does not follow redirects. Thread-safe. */
final class Sender {

  /** How long an answer is awaited. */
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final String AGENT = "Muster/" + BuildVersion.text().replaceAll("[^\\w.-]", "");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIMEOUT)
          .proxy(ProxySelector.getDefault())
          .build();

  /**
   * Begins to send a message.
   *
   * @param now the time that is signed
   * @return ends when the whole answer is there; it can be cancelled
   */
  CompletableFuture<HttpResponse<Void>> send(Endpoint endpoint, WebhookMessage message, Instant now)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("User-Agent", AGENT)
            .header("webhook-id", message.id())
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header(
                "webhook-signature",
                Signature.header(endpoint.secrets(), message.id(), now, message.body()))
            .POST(BodyPublishers.ofString(message.body()))
            .build();
    return client.sendAsync(request, BodyHandlers.discarding());
  }
}
