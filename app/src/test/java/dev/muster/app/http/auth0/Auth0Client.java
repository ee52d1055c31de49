package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A client of Auth0's API that makes its requests by hand. */
final class Auth0Client {

  static final String IMPORTS = "/api/v2/jobs/users-imports";

  private final LiveServer server;
  private final String authorization;

  private Auth0Client(LiveServer server, String authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** A client with a token for all realms. */
  static Auth0Client of(LiveServer server, Scope... scopes) throws Exception {
    return new Auth0Client(server, server.authorization(scopes));
  }

  /** A client with a token for one realm. */
  static Auth0Client ofRealm(LiveServer server, String realm) throws Exception {
    return new Auth0Client(
        server,
        "Bearer "
            + server
                .application()
                .serverAssembly()
                .tokenIssuer()
                .issue(
                    "test",
                    server.application().settings().auth().requiredAudience(),
                    Set.of(Scope.values()),
                    List.of(realm),
                    Duration.ofHours(1))
                .text());
  }

  HttpResponse<String> get(String path) throws Exception {
    return server.send(server.request(path, authorization));
  }

  HttpResponse<String> post(TestForm form) throws Exception {
    return post(BodyPublishers.ofByteArray(form.body()), TestForm.contentType());
  }

  HttpResponse<String> post(String body, String contentType) throws Exception {
    return post(BodyPublishers.ofString(body, UTF_8), contentType);
  }

  HttpResponse<String> post(BodyPublisher body, String contentType) throws Exception {
    return server.send(
        server.request(IMPORTS, authorization).header("Content-Type", contentType).POST(body));
  }

  /** The id of a realm's connection. */
  String connection(String realm) throws Exception {
    Value found = json(get("/api/v2/connections?name=" + realm));
    return ((Struct) ((Value.Array) found).items().get(0)).text("id");
  }

  /** Starts an import of a file into the realm {@code default}; returns the job's id. */
  String start(String users) throws Exception {
    return started(TestForm.of(connection("default"), users));
  }

  /** Starts an import; returns the job's id. */
  String started(TestForm form) throws Exception {
    HttpResponse<String> answer = post(form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return ((Struct) json(answer)).text("id");
  }

  /** Waits until a job has ended. */
  Struct ended(String id) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < end) {
      Struct job = (Struct) json(get("/api/v2/jobs/" + id));
      if (!Set.of("pending", "processing").contains(String.valueOf(job.text("status")))) {
        return job;
      }
    }
    throw new AssertionError(id + " did not end in time");
  }

  static Value json(HttpResponse<String> answer) {
    try {
      return new JsonParser(100, 1 << 22).parse(answer.body());
    } catch (JsonSyntax e) {
      throw new AssertionError("not JSON: " + answer.body(), e);
    }
  }
}
