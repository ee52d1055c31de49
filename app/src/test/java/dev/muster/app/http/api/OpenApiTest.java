package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.Routes;
import dev.muster.app.http.api.OpenApi.Operation;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import io.javalin.Javalin;
import java.io.Closeable;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API is true. */
class OpenApiTest {

  private static final String TABLE = "email key\nada@example.com\n";
  private static final String[] CSV = {"Content-Type", "text/csv"};
  private static final String[] JSON = {"Content-Type", "application/json"};

  /** Needs a database that is away: see ApiErrorsTest. */
  private static final String AWAY = "503";

  @TempDir private Path folder;

  /** The statuses that were seen, by operation. */
  private final Map<String, Set<String>> seen = new TreeMap<>();

  @Test
  void theDescriptionHasTheRoutesOfTheServer() throws Exception {
    Set<String> registered = new TreeSet<>();
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      List<Routes> routes = NativeApi.routes(api.access(), null, false);
      Javalin.create(
          config -> {
            config.events.handlerAdded(
                added -> registered.add(added.getHttpMethod().name() + " " + added.getPath()));
            routes.forEach(each -> each.addTo(config.routes));
          });
    }
    Set<String> described = new TreeSet<>(Set.of("GET /docs", "GET /openapi.yaml"));
    OpenApi.read()
        .operations()
        .forEach(each -> described.add(each.method() + " /api/v1" + each.path()));
    assertThat(registered).isEqualTo(described);
  }

  @Test
  void everyExampleIsValid() throws Exception {
    OpenApi description = OpenApi.read();
    int examples = 0;
    for (Operation operation : description.operations()) {
      for (String status : operation.statuses()) {
        examples += checkExamples(description, description.contents(operation, status));
      }
      Map<String, Object> body = description.resolved(operation.members().get("requestBody"));
      examples += checkExamples(description, OpenApi.map(body.get("content")));
    }
    assertThat(examples).isGreaterThan(15);
  }

  private static int checkExamples(OpenApi description, Map<String, Object> contents) {
    int examples = 0;
    for (Map.Entry<String, Object> content : contents.entrySet()) {
      Map<String, Object> members = OpenApi.map(content.getValue());
      assertThat(members.get("schema")).isNotNull();
      if (members.containsKey("example")) {
        description.requireValid(members.get("example"), members.get("schema"), "example");
        examples++;
      }
    }
    return examples;
  }

  @Test
  void theServerAnswersAsDescribed() throws Exception {
    OpenApi description = OpenApi.read();
    Files.writeString(
        folder.resolve("muster.yml"), "realms: {default: {unique: {username: none}}}\n");
    try (TestApi api =
            TestApi.startWithoutWorker(StoreKind.SQLITE.emptyDirectory(folder, "muster"), folder);
        Session session = api.open()) {
      for (Operation operation : description.operations()) {
        sendEverywhere(api, description, operation);
      }
      new Scenario(api, description, session).run();
    }
    for (Operation operation : description.operations()) {
      Set<String> expected = operation.statuses();
      expected.remove(AWAY);
      assertThat(seen.get(operation.name())).as(operation.name()).isEqualTo(expected);
    }
  }

  /** Requests that every operation answers in the same way. */
  private void sendEverywhere(TestApi api, OpenApi description, Operation operation)
      throws Exception {
    String path = operation.path().replaceAll("\\{.*?}", "none");
    note(
        description,
        operation.name(),
        api.send(operation.method(), path, BodyPublishers.noBody(), "Authorization", ""));
    note(
        description,
        operation.name(),
        api.send(
            operation.method(),
            path,
            BodyPublishers.noBody(),
            "Authorization",
            "Bearer " + token(api, operation)));
    note(
        description,
        operation.name(),
        api.send(operation.method(), path + "?nonsense=1", BodyPublishers.noBody()));
  }

  /** A token that lacks the operation's scope. */
  private static String token(TestApi api, Operation operation) throws Exception {
    return api.token(operation.path().equals("/journal") ? Scope.USERS_READ : Scope.JOURNAL_READ);
  }

  /** Checks an answer against the description; returns it. */
  private TestApi.Answer note(OpenApi description, String name, TestApi.Answer answer) {
    Operation operation =
        description.operations().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    String status = Integer.toString(answer.status());
    assertThat(operation.statuses()).as("%s: %s", name, answer.body()).contains(status);
    seen.computeIfAbsent(name, any -> new TreeSet<>()).add(status);
    Map<String, Object> contents = description.contents(operation, status);
    String type = answer.header("Content-Type").replaceAll(";.*", "");
    if (answer.body().isEmpty()) {
      assertThat(contents).as("%s %s", name, status).isEmpty();
    } else {
      assertThat(contents).as("%s %s", name, status).containsKey(type);
      if (type.endsWith("json") && !type.contains("ndjson")) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(answer.body());
        description.requireValid(
            value, OpenApi.map(contents.get(type)).get("schema"), name + " " + status);
      }
    }
    return answer;
  }

  /** Provokes the statuses that need a certain state. */
  private final class Scenario {

    private final TestApi api;
    private final OpenApi description;
    private final Session session;

    Scenario(TestApi api, OpenApi description, Session session) {
      this.api = api;
      this.description = description;
      this.session = session;
    }

    void run() throws Exception {
      String id = submissions();
      imports(id);
      users();
      catalogs();
    }

    private TestApi.Answer get(String template, String path, String... headers) throws Exception {
      return note(description, "GET " + template, api.get(path, headers));
    }

    private TestApi.Answer post(String template, String path, String body, String... headers)
        throws Exception {
      return note(description, "POST " + template, api.post(path, body, headers));
    }

    private TestApi.Answer delete(String template, String path) throws Exception {
      return note(description, "DELETE " + template, api.delete(path));
    }

    /** Returns the id of a completed import with one failed record. */
    private String submissions() throws Exception {
      String[] key = {"Content-Type", "text/csv", "Idempotency-Key", "k"};
      String table = TABLE + "nobody\n";
      String id = post("/imports", "/imports", table, key).require(202).text("id");
      post("/imports", "/imports", TABLE, key).require(409);
      post("/imports", "/imports?realm=none", TABLE, CSV).require(404);
      post("/imports", "/imports", TABLE, "Content-Type", "image/png").require(415);
      post("/imports", "/imports", "x\ny\n", CSV).require(422);
      held(id);
      String cancelled = post("/imports", "/imports", TABLE, CSV).text("id");
      String path = "/imports/" + cancelled + "/cancel";
      post("/imports/{id}/cancel", path, "").require(200);
      post("/imports/{id}/cancel", path, "").require(409);
      post("/imports/{id}/cancel", "/imports/none/cancel", "").require(404);
      pauses();
      api.startWorker();
      api.follow(id);
      post("/imports", "/imports", table, key).require(200);
      return id;
    }

    private void pauses() throws Exception {
      String path = "/imports/" + post("/imports", "/imports", TABLE, CSV).text("id");
      post("/imports/{id}/resume", path + "/resume", "").require(409);
      post("/imports/{id}/pause", path + "/pause", "").require(200);
      post("/imports/{id}/resume", path + "/resume", "").require(200);
      api.post(path + "/cancel", "").require(200);
      post("/imports/{id}/pause", path + "/pause", "").require(409);
      post("/imports/{id}/pause", "/imports/none/pause", "").require(404);
      post("/imports/{id}/resume", "/imports/none/resume", "").require(404);
    }

    /** What is answered while a process runs an import. */
    private void held(String id) throws Exception {
      String other = post("/imports", "/imports", TABLE, CSV).text("id");
      Job job = session.jobs().find(other).orElseThrow();
      try (Closeable held = session.hold(job.number()).orElseThrow()) {
        assertThat(held).isNotNull();
        delete("/imports/{id}", "/imports/" + other).require(409);
        post("/imports/{id}/pause", "/imports/" + other + "/pause", "").require(202);
        post("/imports/{id}/cancel", "/imports/" + other + "/cancel", "").require(202);
      }
      delete("/imports/{id}", "/imports/" + other).require(204);
      delete("/imports/{id}", "/imports/" + other).require(404);
      get("/imports/{id}", "/imports/" + id).require(200);
    }

    private void imports(String id) throws Exception {
      get("/imports", "/imports?limit=1").require(200);
      get("/imports/{id}", "/imports/none").require(404);
      String records = "/imports/" + id + "/records";
      get("/imports/{id}/records", records).require(200);
      get("/imports/{id}/records", records, "Accept", "text/csv").require(200);
      get("/imports/{id}/records", records, "Accept", "application/x-ndjson").require(200);
      get("/imports/{id}/records", "/imports/none/records").require(404);
      get("/imports/{id}/rejects", "/imports/" + id + "/rejects").require(200);
      get("/imports/{id}/rejects", "/imports/none/rejects").require(404);
      String good = api.importCsv("email key", "bob@example.com");
      get("/imports/{id}/rejects", "/imports/" + good + "/rejects").require(204);
      String events = "/imports/" + id + "/events";
      get("/imports/{id}/events", events).require(200);
      get("/imports/{id}/events", events, "Last-Event-ID", "2-completed").require(204);
      get("/imports/{id}/events", "/imports/none/events").require(404);
    }

    private void users() throws Exception {
      String id = get("/users/{user}", "/users/ada@example.com").require(200).text("id");
      get("/users", "/users?limit=1").require(200);
      get("/users", "/users", "Accept", "application/x-ndjson").require(200);
      get("/users", "/users?realm=none").require(404);
      get("/users/{user}", "/users/none").require(404);
      api.importCsv("email key,username", "one@example.com,twin", "two@example.com,twin");
      get("/users/{user}", "/users/twin").requireProblem(409, "ambiguous-login");
      String verify = "/users:verify";
      post(verify, verify, "{\"login\":\"a\",\"password\":\"b\"}", JSON).require(200);
      post(verify, verify, "{\"login\":\"a\",\"password\":\"b\",\"realm\":\"c\"}", JSON)
          .require(404);
      post(verify, verify, " ".repeat(1 << 17), JSON).require(413);
      post(verify, verify, "{}", CSV).require(415);
      post(verify, verify, "{}", "Authorization", "Basic YTpi")
          .requireProblem(401, "invalid-credentials");
      while (!seen.get("POST " + verify).contains("429")) {
        post(verify, verify, "{\"login\":\"a\",\"password\":\"b\"}", JSON);
      }
      delete("/users/{user}", "/users/" + id).require(204);
      delete("/users/{user}", "/users/" + id).require(404);
    }

    private void catalogs() throws Exception {
      session.services().create("wiki");
      for (String path : new String[] {"/realms", "/roles", "/groups", "/services"}) {
        get(path, path).require(200);
      }
      get("/journal", "/journal").require(200);
      get("/roles", "/roles?realm=none").require(404);
      get("/groups", "/groups?realm=none").require(404);
    }
  }

  @Test
  void theDescriptionAndThePageAreServedToEverybody() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      TestApi.Answer yaml = api.get("//openapi.yaml", "Authorization", "").require(200);
      assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
      assertThat(yaml.body()).startsWith("openapi: 3.1.0");
      TestApi.Answer page = api.get("//docs", "Authorization", "").require(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(page.body()).doesNotContain("http://", "https://", "<script");
      for (Operation operation : OpenApi.read().operations()) {
        assertThat(page.body())
            .contains("<code>" + operation.name() + "</code></h2>")
            .contains("id=\"" + operation.members().get("operationId") + "\"");
      }
      for (ApiErrorCode code : ApiErrorCode.values()) {
        assertThat(page.body()).contains("id=\"error-" + code.wireName() + "\"");
      }
    }
  }
}
