package dev.muster.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.muster.app.Application;
import dev.muster.app.http.auth.DirectoryKeys;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.http.auth.TrustedKeys;
import dev.muster.app.http.auth0.Auth0Routes;
import dev.muster.app.http.authgear.AuthgearRoutes;
import dev.muster.app.http.metrics.ServerMetrics;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.settings.AuthSettings;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.app.store.SigningKeys.StoredKey;
import dev.muster.app.store.WaitListener;
import dev.muster.app.worker.Worker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server in this process, on a free port, with the directory that a test names. */
public final class LiveServer implements AutoCloseable {

  /** Where Authgear's tasks are started. */
  public static final String IMPORT = "/_api/admin/users/import";

  private static final StoredKey KEY = key();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Application application;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private @Nullable Worker worker;

  private LiveServer(Application application, HttpServer server) {
    this.application = application;
    this.server = server;
  }

  /**
   * Starts a server as {@code muster serve} does, without a worker; muster.yml is in the folder.
   */
  public static LiveServer start(Path folder, String database) throws Exception {
    Application application = application(folder, database);
    create(application);
    return new LiveServer(
        application,
        application
            .serverAssembly()
            .start(anyPort(application), new ServerMetrics(application.database()), access -> {}));
  }

  /** Starts a server with Authgear's and Auth0's APIs, another time and other patience. */
  static LiveServer start(Path folder, String database, Clock clock, Patience patience)
      throws Exception {
    Application application = application(folder, database);
    create(application);
    DirectoryAccess access = access(application, clock);
    List<Routes> routes = List.of(new AuthgearRoutes(access), new Auth0Routes(access));
    return new LiveServer(
        application, HttpServer.start(anyPort(application), routes, answered -> {}, patience));
  }

  /** Starts a server that has the time of a clock. */
  public static LiveServer at(Clock clock, Path folder, String database) throws Exception {
    return start(folder, database, clock, Patience.DEFAULTS);
  }

  private static Application application(Path folder, String database) {
    return new Application(
        folder, Optional.empty(), Optional.of(database), Map.of(), WaitListener.SILENT);
  }

  /** Creates the directory, with a key that was made before, because making one takes time. */
  private static void create(Application application) throws Exception {
    try (Session session = application.open()) {
      if (session.signingKeys().all().isEmpty()) {
        session.signingKeys().add(KEY);
      }
    }
  }

  private static StoredKey key() {
    try {
      RSAKey made = new RSAKeyGenerator(2048).keyID("muster-test").generate();
      return new StoredKey(made.getKeyID(), Instant.EPOCH, made.toJSONString());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ServerSettings anyPort(Application application) throws SettingsProblem {
    ServerSettings set = application.settings().server();
    return new ServerSettings("127.0.0.1", 0, false, set.tls(), Optional.empty());
  }

  private static DirectoryAccess access(Application application, Clock clock) throws Exception {
    TokenVerifier tokens =
        new TokenVerifier(
            AuthSettings.DEFAULTS,
            new DirectoryKeys(application.database(), Clock.systemUTC()),
            TrustedKeys.NONE,
            application.database(),
            Clock.systemUTC());
    return new DirectoryAccess(
        application.database(),
        tokens,
        application.settings(),
        application.formats(),
        session -> submissions(application, session),
        session -> {
          try {
            return application.imports(session, new StopSignal(), RestAuthLog.NONE);
          } catch (SettingsProblem e) {
            throw new AssertionError(e);
          }
        },
        Retention.FOREVER,
        clock);
  }

  private static Submissions submissions(Application application, Session session) {
    try {
      return application.submissions(session);
    } catch (SettingsProblem e) {
      throw new AssertionError(e);
    }
  }

  /** Starts a worker, which carries out the tasks. */
  public LiveServer work() throws Exception {
    worker = application.worker("here", new SilentWork());
    worker.start(1);
    return this;
  }

  public Application application() {
    return application;
  }

  public int port() {
    return server.port();
  }

  /** A header {@code Authorization} with a token of the directory's own. */
  public String authorization(Scope... scopes) throws Exception {
    return "Bearer "
        + application
            .serverAssembly()
            .tokenIssuer()
            .issue(
                "test",
                application.settings().auth().requiredAudience(),
                scopes.length == 0 ? Scope.all() : Set.of(scopes),
                List.of(),
                Duration.ofHours(1))
            .text();
  }

  /** A request to a path, with a header {@code Authorization} unless it is null. */
  public HttpRequest.Builder request(String path, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(PATIENCE);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  /** Starts a task. */
  public HttpResponse<String> post(String body) throws Exception {
    return post(body.getBytes(UTF_8), "application/json");
  }

  public HttpResponse<String> post(byte[] body, String contentType) throws Exception {
    return send(
        request(IMPORT, authorization())
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Asks for a task. */
  public HttpResponse<String> task(String id) throws Exception {
    return send(request(IMPORT + "/" + id, authorization()));
  }

  /** Starts a task and waits until it is completed. */
  public String completed(String body) throws Exception {
    HttpResponse<String> started = post(body);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    return completedTask(idIn(started.body()));
  }

  /** Waits until a task is completed. */
  public String completedTask(String id) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String authorization = authorization();
    while (System.nanoTime() < end) {
      String body = send(request(IMPORT + "/" + id, authorization)).body();
      if (!body.contains("\"status\":\"pending\"")) {
        return body;
      }
    }
    throw new AssertionError(id + " was not completed in time");
  }

  /** The id in a task's document. */
  public static String idIn(String document) {
    return document.replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  @Override
  public void close() {
    server.close();
    if (worker != null) {
      worker.close();
    }
    application.close();
  }
}
