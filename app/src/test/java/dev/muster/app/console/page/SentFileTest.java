package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.Application;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.Routes;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WaitListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
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

  private HttpResponse<String> get(SentFile.Maker maker, String encoding) throws Exception {
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
              new ServerSettings("127.0.0.1", 0, false, Optional.empty(), Optional.empty()),
              List.of(routes),
              answered -> {})) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.address() + "/file"))
                .header("Accept-Encoding", encoding)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
      } finally {
        services.sessions().close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, identity", "1, gzip", "1000000, identity", "1000000, gzip"})
  void aFailureInTheMiddleIsSeenByTheClient(int lines, String encoding) {
    assertThatThrownBy(
            () ->
                get(
                    out -> {
                      for (int i = 0; i < lines; i++) {
                        out.write("a,b\n".getBytes(UTF_8));
                      }
                      throw new IOException("the disk is full");
                    },
                    encoding))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("disk");
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
