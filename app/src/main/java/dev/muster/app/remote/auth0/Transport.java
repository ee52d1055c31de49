package dev.muster.app.remote.auth0;

import dev.muster.app.settings.BuildVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one request and awaits its answer. Follows no redirects, which would pass the token on. */
final class Transport {

  private static final String AGENT = "Muster/" + BuildVersion.text().replaceAll("[^\\w.-]", "");
  private static final int ANSWER_BYTES_MAX = 64_000_000;

  private final TenantAddress tenant;
  private final AccessToken token;
  private final Duration patience;
  private final HttpClient client;

  /**
   * Connects to nothing yet.
   *
   * @throws RemoteFailure if Java can't use the trusted certificates
   */
  Transport(TenantAddress tenant, AccessToken token, TrustedCertificates trusted, Duration patience)
      throws RemoteFailure {
    this.tenant = tenant;
    this.token = token;
    this.patience = patience;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .proxy(ProxySelector.getDefault());
    trusted.context().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** A request to a path of the API. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(tenant.base() + "/api/v2/" + path))
        .timeout(patience)
        .header("Authorization", token.header())
        .header("User-Agent", AGENT)
        .header("Accept", "application/json");
  }

  HttpRequest get(String path) {
    return request(path).GET().build();
  }

  HttpRequest post(String path, String contentType, BodyPublisher body) {
    return request(path).header("Content-Type", contentType).POST(body).build();
  }

  /**
   * Sends a request.
   *
   * @throws IOException if the server can't be reached, or breaks off its answer
   * @throws RemoteFailure if there is no whole answer in time
   */
  Answer send(HttpRequest request) throws IOException, RemoteFailure {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request, info -> new LimitedBody(ANSWER_BYTES_MAX));
    try {
      HttpResponse<byte[]> response = pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(request.uri(), response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      pending.cancel(true); // the client's own limit ends with the headers
      throw late(request);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause(), request);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new RemoteFailure("interrupted while waiting for an answer");
    }
  }

  private IOException failed(Throwable cause, HttpRequest request) throws RemoteFailure {
    if (cause instanceof java.net.http.HttpConnectTimeoutException) {
      return new IOException(tenant.domain() + " can't be reached: no connection in time", cause);
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      throw late(request);
    }
    return new IOException(tenant.domain() + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    if (find(cause, UnresolvedAddressException.class).isPresent()
        || find(cause, UnknownHostException.class).isPresent()) {
      return " can't be reached: there is no such host";
    }
    if (find(cause, CertPathBuilderException.class).isPresent()) {
      return " has a certificate that is not trusted here; if it is one of your own, name a file"
          + " with it or its issuer's certificate (PEM) in the variable "
          + TrustedCertificates.VARIABLE;
    }
    Optional<SSLException> insecure = find(cause, SSLException.class);
    if (insecure.isPresent()) {
      return " can't be trusted or does not speak TLS: " + insecure.get().getMessage();
    }
    return cause instanceof ConnectException
        ? " can't be reached: the connection is refused"
        : " broke off the connection: " + cause.getMessage();
  }

  /** The first of a kind among an exception and its causes. */
  private static <T extends Throwable> Optional<T> find(Throwable cause, Class<T> kind) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
    }
    return Optional.empty();
  }

  private RemoteFailure late(HttpRequest request) {
    boolean starts = request.method().equals("POST");
    return new RemoteFailure(
        tenant.domain()
            + " gave no whole answer within "
            + patience.toSeconds()
            + " s (--timeout)"
            + (starts ? "; whether it started the job is not known" : ""));
  }
}
