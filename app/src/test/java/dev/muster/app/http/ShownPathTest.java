package dev.muster.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.settings.ServerSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of links are in no log. */
class ShownPathTest {

  @Test
  void theAccessLogHasNoTokenOfALink() throws Exception {
    BlockingQueue<Access> log = new LinkedBlockingQueue<>();
    ServerSettings anyPort =
        new ServerSettings("127.0.0.1", 0, false, Optional.empty(), Optional.empty());
    try (HttpServer server = HttpServer.start(anyPort, List.of(), log::add)) {
      URI link = URI.create(server.address() + "/set-password/s3cret?lang=fr");
      HttpResponse<Void> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(log.poll(20, TimeUnit.SECONDS))
          .extracting(Access::path)
          .isEqualTo("/set-password/{token}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/healthz, /healthz",
    "/set-password/done, /set-password/{token}",
    "/set-password/aB3-_x, /set-password/{token}",
    "/set-password/aB3/more, /set-password/{token}",
    "//Set-Password//aB3, //Set-Password/{token}",
    "/users/set-password, /users/set-password",
  })
  void tokensOfLinksAreNotShown(String path, String shown) {
    assertThat(ShownPath.of(path)).isEqualTo(shown);
  }
}
