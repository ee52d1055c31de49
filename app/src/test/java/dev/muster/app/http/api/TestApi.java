package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.Application;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.SilentWork;
import dev.muster.app.http.auth.DirectoryKeys;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.http.auth.TrustedKeys;
import dev.muster.app.http.metrics.MeteredWork;
import dev.muster.app.http.metrics.ServerMetrics;
import dev.muster.app.job.Retention;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WaitListener;
import dev.muster.app.worker.Worker;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server of a new directory in this process, and a client of it with tokens. */
final class TestApi implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  final Application application;
  final HttpServer server;
  private final ServerMetrics metrics;
  private final HttpClient client = HttpClient.newHttpClient();
  private Worker worker;

  private TestApi(Application application, ServerMetrics metrics, HttpServer server) {
    this.application = application;
    this.metrics = metrics;
    this.server = server;
  }

  /** A server that runs what it receives. */
  static TestApi start(StoreKind kind, Path folder) throws SettingsProblem, UsageProblem {
    TestApi api = startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder);
    api.startWorker();
    return api;
  }

  /** A server that only receives. */
  static TestApi startWithoutWorker(String address, Path folder)
      throws SettingsProblem, UsageProblem {
    return start(address, folder, false);
  }

  /** A server that only receives, and has the addresses of clients from a proxy. */
  static TestApi startBehindProxy(String address, Path folder)
      throws SettingsProblem, UsageProblem {
    return start(address, folder, true);
  }

  private static TestApi start(String address, Path folder, boolean behindProxy)
      throws SettingsProblem, UsageProblem {
    Application application =
        new Application(
            folder, Optional.empty(), Optional.of(address), Map.of(), WaitListener.SILENT);
    application.open().close();
    ServerSettings anyPort =
        new ServerSettings("127.0.0.1", 0, behindProxy, Optional.empty(), Optional.empty());
    ServerMetrics metrics = new ServerMetrics(application.database());
    return new TestApi(
        application, metrics, application.serverAssembly().start(anyPort, metrics, answered -> {}));
  }

  void startWorker() throws SettingsProblem, UsageProblem {
    worker = application.worker("test", new MeteredWork(new SilentWork(), metrics));
    worker.start(2);
  }

  void stopWorker() throws IOException {
    worker.close();
  }

  /** A token with scopes, for all realms. */
  String token(Scope... scopes) throws SettingsProblem, UsageProblem {
    return token(List.of(), scopes);
  }

  String token(List<String> realms, Scope... scopes) throws SettingsProblem, UsageProblem {
    return application
        .serverAssembly()
        .tokenIssuer()
        .issue("tester", "muster", Set.of(scopes), realms, Duration.ofHours(1))
        .text();
  }

  /** A token that permits everything. */
  String token() throws SettingsProblem, UsageProblem {
    return token(Scope.values());
  }

  /** An answer. */
  record Answer(int status, HttpResponse<byte[]> response) {

    String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    Struct document() {
      try {
        return (Struct) new JsonParser(100, 1 << 22).parse(body());
      } catch (JsonSyntax e) {
        throw new AssertionError("not JSON: " + body(), e);
      }
    }

    /** A member of the document as text; an empty text if it has none. */
    String text(String name) {
      String text = document().text(name);
      return text == null ? "" : text;
    }

    /** Checks that this is a problem document with a code. */
    Answer requireProblem(int status, String code) {
      assertThat(status()).as(body()).isEqualTo(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(text("code")).isEqualTo(code);
      assertThat(document().get("status")).isEqualTo(Value.of(status));
      assertThat(text("title")).isNotEmpty();
      assertThat(text("detail")).isNotEmpty();
      assertThat(text("type")).isEqualTo("/docs#error-" + code);
      return this;
    }

    Answer require(int status) {
      assertThat(status()).as(body()).isEqualTo(status);
      return this;
    }
  }

  Answer get(String path, String... headers) throws Exception {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String body, String... headers) throws Exception {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  Answer delete(String path, String... headers) throws Exception {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  /**
   * Sends a request, with a token for everything unless {@code headers} have another.
   *
   * @param path below the API, or an absolute one that begins with two slashes
   * @param headers names and values in turn; an empty Authorization leaves it out
   */
  Answer send(String method, String path, BodyPublisher body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path))).timeout(TIMEOUT).method(method, body);
    List<String> given = new ArrayList<>(List.of(headers));
    int own = given.indexOf("Authorization");
    if (own < 0) {
      given.addAll(List.of("Authorization", "Bearer " + token()));
    } else if (given.get(own + 1).isEmpty()) {
      given.subList(own, own + 2).clear();
    }
    if (!given.isEmpty()) {
      request.headers(given.toArray(String[]::new));
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }

  String url(String path) {
    return server.address() + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path);
  }

  /** Submits an input that must be accepted; returns the import's id. */
  String submit(String type, String input, String query) throws Exception {
    Answer answer = post("/imports" + query, input, "Content-Type", type);
    return answer.require(202).text("id");
  }

  /** Follows an import to its end; returns the events. */
  String follow(String id) throws Exception {
    return get("/imports/" + id + "/events").require(200).body();
  }

  /** Submits a table and waits for its end; returns the import's id. */
  String importCsv(String... lines) throws Exception {
    String id = submit("text/csv", String.join("\n", lines) + "\n", "");
    assertThat(follow(id)).contains("event: finished");
    return id;
  }

  /** What routes of this server's directory need, to register them elsewhere. */
  DirectoryAccess access() throws SettingsProblem, UsageProblem {
    Database database = application.database();
    Clock clock = Clock.systemUTC();
    Settings settings = application.settings();
    return new DirectoryAccess(
        database,
        new TokenVerifier(
            settings.auth(), new DirectoryKeys(database, clock), TrustedKeys.NONE, database, clock),
        settings,
        application.formats(),
        session -> {
          throw new IllegalStateException("only registered");
        },
        session -> {
          throw new IllegalStateException("only registered");
        },
        Retention.FOREVER,
        clock);
  }

  Session open() throws SettingsProblem, UsageProblem {
    return application.open();
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (worker != null) {
      worker.close();
    }
    application.close();
  }
}
