package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.webhook.Receiver;
import dev.muster.app.webhook.Receiver.Received;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of real processes. */
class WebhooksTest {

  @TempDir Path folder;

  @BeforeEach
  void writeInput() throws Exception {
    Run.file(folder, "people.csv", "email", "ann@example.com");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aServerThatWasKilledBeforeItsMessageArrivedSendsItAfterItsNextStart(TestDatabases backing)
      throws Exception {
    String database = backing.emptyDirectory(folder);
    int port = freePort();
    settings("  - {url: 'http://127.0.0.1:" + port + "/hook', secret: " + Receiver.SECRET + "}");
    String id;
    try (MusterProcess server = MusterProcess.server(folder, database)) {
      id = submitted(database);
      server.await("did not accept import.completed of import " + id);
      server.kill();
      assertThat(server.said()).noneMatch(WebhooksTest::holdsSecret);
    }
    try (Receiver receiver = Receiver.at(port);
        MusterProcess server = MusterProcess.server(folder, database, "--json")) {
      Received message = receiver.take();
      assertThat(message.header("webhook-id")).isEqualTo("msg_" + id);
      assertThat(message.isSignedWith(Receiver.SECRET)).isTrue();
      server.await("{\"event\":\"webhook_delivered\"");
      assertThat(metrics(server)).contains("muster_webhooks_total{result=\"delivered\"} 1.0");
      server.terminate();
      assertThat(server.status()).isZero();
      assertThat(server.said()).noneMatch(WebhooksTest::holdsSecret);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void anImportThatEndsWhileNoServerRunsIsToldByTheNextOne(TestDatabases backing) throws Exception {
    String database = backing.emptyDirectory(folder);
    try (Receiver receiver = Receiver.start()) {
      settings("  - {url: '" + receiver.url("hook") + "', secret: " + Receiver.SECRET + "}");
      try (MusterThread server = MusterThread.server(folder, database)) {
        server.terminate();
        assertThat(server.status()).isZero();
      }
      Run run = Run.of(folder, "--db", database, "import", "people.csv", "--json");
      try (MusterThread worker = MusterThread.worker(folder, database, "a")) {
        assertThat(receiver.take().header("webhook-id"))
            .isEqualTo("msg_" + run.document().text("id"));
        worker.await("sent import.completed of import " + run.document().text("id"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aSlowWebhookDoesNotHoldUpAnother(TestDatabases backing) throws Exception {
    String database = backing.emptyDirectory(folder);
    try (Receiver slow = Receiver.start().silent();
        Receiver quick = Receiver.start()) {
      settings(
          "  - {url: '" + slow.url("slow") + "', secret: " + Receiver.SECRET + "}",
          "  - {url: '" + quick.url("quick") + "', secret: " + Receiver.OTHER_SECRET + "}");
      try (MusterThread server = MusterThread.server(folder, database)) {
        String first = submitted(database);
        slow.take(); // and is not answered from now on
        assertThat(quick.take().header("webhook-id")).isEqualTo("msg_" + first);
        String second = submitted(database);
        Received message = quick.take();
        assertThat(message.header("webhook-id")).isEqualTo("msg_" + second);
        assertThat(message.isSignedWith(Receiver.OTHER_SECRET)).isTrue();
        server.terminate();
        assertThat(server.status()).isZero();
      }
    }
  }

  @Test
  void aFileOfSecretsThatCannotBeUsedIsToldAtTheStart() throws Exception {
    settings("  - {url: 'https://example.org/', secret_file: none.txt}");
    Run run = Run.of(folder, "serve", "--port", "0");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("webhooks: secret_file: ", "none.txt can't be read");

    Run.file(folder, "none.txt", "hush-hush");
    run = Run.of(folder, "worker");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("none.txt holds other than secrets").doesNotContain("hush");
  }

  private void settings(String... webhooks) throws Exception {
    Run.file(folder, "muster.yml", "webhooks:\n" + String.join("\n", webhooks));
  }

  private String submitted(String database) {
    Run run = Run.of(folder, "--db", database, "import", "people.csv", "--submit", "--json");
    return String.valueOf(run.document().text("id"));
  }

  private static boolean holdsSecret(String line) {
    return line.contains(Receiver.SECRET.substring("whsec_".length()));
  }

  private static int freePort() throws Exception {
    try (Receiver closed = Receiver.start()) {
      return closed.port();
    }
  }

  private static String metrics(MusterProcess server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
