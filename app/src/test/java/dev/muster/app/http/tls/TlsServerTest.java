package dev.muster.app.http.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.cli.MusterProcess;
import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster serve} with TLS, as its clients see it. */
class TlsServerTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String REQUEST =
      "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@example.com\"}]}";

  @TempDir private Path folder;
  private String database = "";
  private Certificate first;
  private MusterProcess server;

  @BeforeEach
  void start() throws Exception {
    database = "sqlite:" + folder.resolve("a.db");
    first = certificate("one", Instant.now().minusSeconds(60));
    Files.writeString(
        folder.resolve("muster.yml"), "server: {tls: {certificate: cert.pem, key: key.pem}}\n");
    server = MusterProcess.server(folder, database);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void clientsThatTrustTheCertificateImport() throws Exception {
    assertThat(server.address()).startsWith("https://127.0.0.1:");
    String token = Run.of(folder, "--db", database, "token", "create").out().strip();
    HttpResponse<String> started =
        trusting(first)
            .send(
                request(LiveServer.IMPORT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(REQUEST))
                    .build(),
                BodyHandlers.ofString());
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    assertThat(started.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThatThrownBy(() -> health(HttpClient.newHttpClient())).isInstanceOf(SSLException.class);
  }

  @Test
  void aRenewedCertificateIsServedWithoutARestart() throws Exception {
    assertThat(health(trusting(first))).isEqualTo(200);
    Certificate second = certificate("two", Instant.now());
    // the server looks at its files at the most every three seconds
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!serves(second)) {
      assertThat(System.nanoTime()).as("the new certificate is served in time").isLessThan(end);
    }
    assertThatThrownBy(() -> health(trusting(first))).isInstanceOf(SSLException.class);
    assertThat(health(trusting(second))).isEqualTo(200);
  }

  @Test
  void plainHttpOnThePortIsRefusedAndHarmsNobody() throws Exception {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout((int) TIMEOUT.toMillis());
      socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      assertThat(answer(socket)).doesNotContain("HTTP/1.1 2").doesNotContain("Exception");
    }
    assertThat(health(trusting(first))).isEqualTo(200);
    assertThat(server.said()).noneMatch(line -> line.contains("Exception"));
  }

  /** All that comes until the connection is closed; fails if it stays open. */
  private static String answer(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return ""; // it was reset
    }
  }

  private boolean serves(Certificate certificate) throws Exception {
    try {
      return health(trusting(certificate)) == 200;
    } catch (SSLException e) {
      return false;
    }
  }

  private int health(HttpClient client) throws Exception {
    return client.send(request("/healthz").build(), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(TIMEOUT);
  }

  private Certificate certificate(String name, Instant changed) throws Exception {
    return SelfSigned.write(folder, name, "EC", 256, changed);
  }

  /** A new client, with connections of its own, that trusts one certificate only. */
  private static HttpClient trusting(Certificate certificate) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(SelfSigned.trusting(certificate))
        .connectTimeout(TIMEOUT)
        .build();
  }
}
