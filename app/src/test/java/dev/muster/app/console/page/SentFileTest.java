package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.Application;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.Routes;
import dev.muster.app.http.tls.SelfSigned;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WaitListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentFileTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** Asks a server for a file. */
  private interface Client<T> {
    T ask(HttpServer server) throws Exception;
  }

  private HttpResponse<String> get(SentFile.Maker maker, String encoding) throws Exception {
    return ask(
        maker,
        Optional.empty(),
        server -> {
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(server.address() + "/file"))
                  .header("Accept-Encoding", encoding)
                  .build();
          return CLIENT.send(request, BodyHandlers.ofString());
        });
  }

  private <T> T ask(SentFile.Maker maker, Optional<ServerSettings.Tls> tls, Client<T> client)
      throws Exception {
    try (Application application =
        new Application(
            folder,
            Optional.empty(),
            Optional.of(StoreKind.SQLITE.emptyDirectory(folder, "muster")),
            Map.of(),
            WaitListener.SILENT)) {
      application.open().close();
      Clock clock = Clock.systemUTC();
      PageServices services =
          new PageServices(
              new Sessions(application.database(), clock),
              new Cookies(false),
              new Templates(),
              new Assets());
      Routes routes =
          config ->
              new PageRoutes(config, services)
                  .openGet(
                      "/file",
                      visit -> new SentFile(visit.context(), "text/csv", "x.csv").send(maker));
      try (HttpServer server =
          HttpServer.start(
              new ServerSettings("127.0.0.1", 0, false, tls, Optional.empty()),
              List.of(routes),
              answered -> {})) {
        return client.ask(server);
      } finally {
        services.sessions().close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, identity", "1, gzip", "1000000, identity", "1000000, gzip"})
  void aFailureInTheMiddleIsSeenByTheClient(int lines, String encoding) {
    assertThatThrownBy(() -> get(failingAfter(lines), encoding))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("disk");
  }

  private static SentFile.Maker failingAfter(int lines) {
    return out -> {
      for (int i = 0; i < lines; i++) {
        out.write("a,b\n".getBytes(UTF_8));
      }
      throw new IOException("the disk is full");
    };
  }

  /** Nothing but the end of the connection tells these clients where the answer ends. */
  @ParameterizedTest
  @CsvSource({
    "1, GET /file HTTP/1.0",
    "1000000, GET /file HTTP/1.0",
    "1, GET /file HTTP/1.1|Host: a|Connection: close",
    "1000000, GET /file HTTP/1.1|Host: a|Connection: close"
  })
  void aFailureResetsTheConnection(int lines, String head) {
    assertThatThrownBy(
            () ->
                ask(
                    failingAfter(lines),
                    Optional.empty(),
                    server -> {
                      try (Socket socket =
                          new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                        return answer(socket, head);
                      }
                    }))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @ParameterizedTest
  @CsvSource({"1", "1000000"})
  void aFailureDoesNotEndTls(int lines) throws Exception {
    Certificate certificate = SelfSigned.write(folder, "one", "EC", 256, Instant.now());
    ServerSettings.Tls tls =
        new ServerSettings.Tls(
            folder.resolve("cert.pem").toString(), folder.resolve("key.pem").toString());
    String whole =
        ask(out -> out.write('a'), Optional.of(tls), server -> secure(server, certificate));
    assertThat(whole).endsWith("\r\n\r\na");
    assertThatThrownBy(
            () -> ask(failingAfter(lines), Optional.of(tls), server -> secure(server, certificate)))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("time");
  }

  private static String secure(HttpServer server, Certificate certificate) throws Exception {
    try (Socket socket =
        SelfSigned.trusting(certificate)
            .getSocketFactory()
            .createSocket("127.0.0.1", server.port())) {
      return answer(socket, "GET /file HTTP/1.0");
    }
  }

  /** All that comes until the end. */
  private static String answer(Socket socket, String head) throws IOException {
    socket.setSoTimeout(30_000);
    String request = head.replace("|", "\r\n") + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void aFailureBeforeTheFirstByteIsToldByAPage() throws Exception {
    HttpResponse<String> answer =
        get(
            out -> {
              throw new IOException("the disk is full");
            },
            "gzip");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(answer.body()).contains("<h1>").doesNotContain("disk");
  }

  @Test
  void aWholeFileEnds() throws Exception {
    HttpResponse<String> answer = get(out -> out.write("a,b\n".getBytes(UTF_8)), "identity");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"x.csv\"");
    assertThat(answer.body()).isEqualTo("a,b\n");
    assertThat(get(out -> {}, "identity").body()).isEmpty();
  }
}
