package dev.muster.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook's side: an HTTP server that keeps what it gets. */
public final class Receiver implements AutoCloseable {

  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  public static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  private static final long PATIENCE_SECONDS = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final CountDownLatch answering = new CountDownLatch(1);
  private volatile int status = 204;
  private volatile String retryAfter = "";
  private volatile boolean silent;

  /**
   * A request.
   *
   * @param body its text
   */
  public record Received(String method, Headers headers, String body) {

    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }

    public Struct document() {
      try {
        return (Struct) new JsonParser(100, 1 << 20).parse(body);
      } catch (JsonSyntax e) {
        throw new AssertionError(body, e);
      }
    }

    public Struct data() {
      return (Struct) document().get("data");
    }

    /** Whether one of the signatures is that of a secret, computed as the specification says. */
    public boolean isSignedWith(String secret) throws GeneralSecurityException {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String content = header("webhook-id") + "." + header("webhook-timestamp") + "." + body;
      byte[] expected = mac.doFinal(content.getBytes(UTF_8));
      return List.of(header("webhook-signature").split(" ")).stream()
          .filter(each -> each.startsWith("v1,"))
          .map(each -> Base64.getDecoder().decode(each.substring(3)))
          .anyMatch(each -> MessageDigest.isEqual(each, expected));
    }
  }

  private Receiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public static Receiver start() throws IOException {
    return new Receiver(0);
  }

  public static Receiver at(int port) throws IOException {
    return new Receiver(port);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      received.add(
          new Received(
              exchange.getRequestMethod(), exchange.getRequestHeaders(), new String(body, UTF_8)));
      if (silent) {
        answering.await();
      }
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      if (status == 302) {
        exchange.getResponseHeaders().add("Location", url("elsewhere"));
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with a status from now on. */
  public Receiver answering(int status) {
    this.status = status;
    return this;
  }

  Receiver retryAfter(String value) {
    this.retryAfter = value;
    return this;
  }

  /** Answers nothing until it is closed. */
  public Receiver silent() {
    this.silent = true;
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + "/" + path;
  }

  /** The next request, which must come. */
  public Received take() throws InterruptedException {
    Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("a request").isNotNull();
    return next;
  }

  /** Requests that were not taken yet. */
  public int left() {
    return received.size();
  }

  @Override
  public void close() {
    answering.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
