package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenIssuer;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Server-sent events. */
@Timeout(120)
class EventRoutesTest {

  private static final String TABLE = "email key\nada@example.com\nbob@example.com\n";

  @TempDir private Path folder;

  /** An open stream of events. */
  private record Stream(HttpResponse<InputStream> response, BufferedReader lines)
      implements AutoCloseable {

    static Stream open(TestApi api, String id) throws Exception {
      return open(api, id, api.token());
    }

    static Stream open(TestApi api, String id, String token) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api.url("/imports/" + id + "/events")))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<InputStream> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
      return new Stream(
          response,
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    /** The next line that begins with a text; null at the end of the stream. */
    String next(String start) throws Exception {
      String line = lines.readLine();
      while (line != null && !line.startsWith(start)) {
        line = lines.readLine();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void progressIsToldUntilTheEnd(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      String id = api.submit("text/csv", TABLE, "");
      try (Stream stream = Stream.open(api, id)) {
        assertThat(stream.response().statusCode()).isEqualTo(200);
        assertThat(stream.response().headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(stream.next("id:")).isEqualTo("id: 0-pending");
        assertThat(stream.next("event:")).isEqualTo("event: progress");
        assertThat(stream.next("data:"))
            .contains("\"status\":\"pending\"", "\"done\":0", "\"total\":2");
        api.startWorker();
        assertThat(stream.next("event: finished")).isNotNull();
        assertThat(stream.next("data:"))
            .contains("\"status\":\"completed\"", "\"done\":2", "\"inserted\":2")
            .contains("\"seconds_left\":0");
        assertThat(stream.next("id:")).as("after the end").isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aClientThatComesBackGetsOnlyWhatIsNew(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      String id = api.submit("text/csv", TABLE, "");
      api.startWorker();
      api.follow(id);
      String path = "/imports/" + id + "/events";
      assertThat(api.get(path, "Last-Event-ID", "0-pending").require(200).body())
          .startsWith("id: 2-completed\nevent: finished\ndata: {")
          .doesNotContain("pending");
      assertThat(api.get(path, "Last-Event-ID", "2-completed").require(204).body()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void streamsEndWithTheImportAndWithTheServer(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      String deleted = api.submit("text/csv", TABLE, "");
      String cancelled = api.submit("text/csv", TABLE, "");
      String waiting = api.submit("text/csv", TABLE, "");
      try (Stream one = Stream.open(api, deleted);
          Stream two = Stream.open(api, cancelled);
          Stream three = Stream.open(api, waiting)) {
        for (Stream each : List.of(one, two, three)) {
          assertThat(each.next("id:")).isEqualTo("id: 0-pending");
        }
        api.delete("/imports/" + deleted).require(204);
        assertThat(one.next("id:")).isNull();
        api.post("/imports/" + cancelled + "/cancel", "").require(200);
        assertThat(two.next("id:")).isEqualTo("id: 0-cancelled");
        long start = System.nanoTime();
        api.server.close();
        assertThat(System.nanoTime() - start).as("waited for").isLessThan(10_000_000_000L);
        assertThat(three.next("id:")).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aStreamEndsWithItsToken(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      String id = api.submit("text/csv", TABLE, "");
      TokenIssuer.IssuedToken token =
          api.application
              .serverAssembly()
              .tokenIssuer()
              .issue(
                  "tester", "muster", Set.of(Scope.IMPORTS_READ), List.of(), Duration.ofHours(1));
      try (Stream revoked = Stream.open(api, id, token.text());
          Stream other = Stream.open(api, id)) {
        assertThat(revoked.next("id:")).isEqualTo("id: 0-pending");
        assertThat(other.next("id:")).isEqualTo("id: 0-pending");
        try (Session session = api.application.open()) {
          session.signingKeys().revoke(token.id(), Optional.empty());
        }
        assertThat(revoked.next("id:")).isNull();
        api.startWorker();
        assertThat(other.next("event: finished")).isNotNull();
      }
    }
  }

  @Test
  void manyFollowersNeedFewThreads() throws Exception {
    try (TestApi api =
        TestApi.startWithoutWorker(StoreKind.SQLITE.emptyDirectory(folder, "muster"), folder)) {
      String id = api.submit("text/csv", TABLE, "");
      List<Stream> streams = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        streams.add(Stream.open(api, id));
      }
      for (Stream stream : streams) {
        assertThat(stream.next("id:")).isEqualTo("id: 0-pending");
      }
      long busy =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("muster-events"))
              .count();
      assertThat(busy).isLessThanOrEqualTo(4);
      api.startWorker();
      for (Stream stream : streams) {
        assertThat(stream.next("event: finished")).isNotNull();
        stream.close();
      }
    }
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    ProgressRate rate = new ProgressRate();
    assertThat(rate.observe(0, 0)).isEqualTo(OptionalDouble.empty());
    assertThat(rate.observe(500, 1_000_000_000L)).hasValue(500);
    assertThat(rate.observe(1_000, 5_000_000_000L)).hasValue(200);
    assertThat(rate.observe(1_000, 60_000_000_000L)).hasValue(0);
  }
}
