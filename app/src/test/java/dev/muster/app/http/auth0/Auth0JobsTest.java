package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs of Auth0's API, from their start to their errors. */
class Auth0JobsTest {

  private static final String TWO_USERS = "[{\"email\":\"a@example.com\"},{\"email\":\"nobody\"}]";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aJobIsPendingThenCompletedWithASummaryAndTheErrorsOfRows(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String connection = client.connection("default");
      HttpResponse<String> started =
          client.post(TestForm.of(connection, TWO_USERS).text("external_id", "my-id"));
      assertThat(started.statusCode()).isEqualTo(202);
      assertThat(started.headers().firstValue("Content-Type"))
          .hasValue("application/json;charset=utf-8");
      String head =
          "\\{\"type\":\"users_import\",\"status\":\"%s\",\"connection_id\":\""
              + connection
              + "\",\"connection\":\"default\","
              + "\"created_at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\","
              + "\"id\":\"job_[A-Za-z0-9]{16}\",\"external_id\":\"my-id\"";
      assertThat(started.body()).matches(head.formatted("pending") + "}");
      String id = ((Struct) Auth0Client.json(started)).text("id");
      assertThat(client.get("/api/v2/jobs/" + id).body()).isEqualTo(started.body());
      assertThat(client.get("/api/v2/jobs/" + id + "/errors").statusCode()).isEqualTo(204);

      server.work();

      assertThat(JsonText.of(client.ended(id)))
          .matches(
              head.formatted("completed")
                  + ",\"summary\":\\{\"failed\":1,\"updated\":0,\"inserted\":1,\"total\":2}}");
      Value.Array rows =
          (Value.Array) Auth0Client.json(client.get("/api/v2/jobs/" + id + "/errors"));
      assertThat(rows.items()).hasSize(1);
      Struct row = (Struct) rows.items().get(0);
      assertThat(JsonText.of(row.get("user"))).isEqualTo("{\"email\":\"nobody\"}");
      assertThat(((Struct) ((Value.Array) row.get("errors")).items().get(0)).names())
          .containsExactly("code", "message", "path");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void secretsOfFailedRowsAreNotShown(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      Auth0Client client = Auth0Client.of(server);
      String id =
          client.start(
              "[{\"email\":\"nobody\",\"custom_password_hash\":{\"algorithm\":\"md5\","
                  + "\"hash\":{\"value\":\"hunter2\",\"encoding\":\"hex\"}}}]");
      client.ended(id);

      assertThat(client.get("/api/v2/jobs/" + id + "/errors").body())
          .contains("\"value\":\"*****\"")
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void partsMayComeInAnyOrderAndForm(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      Auth0Client client = Auth0Client.of(server);
      String id = client.connection("default");
      String quoted = "\"" + id + "\"";
      byte[] users = "[{\"email\":\"a@example.com\"}]".getBytes(UTF_8);
      List<TestForm> forms =
          List.of(
              new TestForm().text("connection_id", id).file(users, "users.json", "text/json"),
              new TestForm().file(users, null, null).text("connection_id", id),
              new TestForm()
                  .file(users, "blob", "application/octet-stream")
                  .text("upsert", "true")
                  .text("send_completion_email", "false")
                  .text("connection_id", quoted),
              new TestForm()
                  .text("unknown", "part")
                  .text("connection_id", id)
                  .text("external_id", "")
                  .text("upsert", "true")
                  .file(users, "../../a/b.json", "application/json; charset=utf-8"));
      for (TestForm form : forms) {
        Struct job = client.ended(client.started(form));
        assertThat(job.text("status")).isEqualTo("completed");
        assertThat(job.has("external_id")).isFalse();
        assertThat(((Struct) job.get("summary")).get("total")).isEqualTo(Value.of(1));
      }
      String withId = client.started(TestForm.of(id, "[]").text("external_id", "\"a \\\"b\\\"\""));
      assertThat(client.ended(withId).text("external_id")).isEqualTo("a \"b\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void whatTheFormAsksForIsKeptWithTheJob(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String connection = client.connection("default");
      Job plain = job(server, client.started(TestForm.of(connection, "[]")));
      assertThat(plain.options().upsert()).isEqualTo(Optional.of(false));
      assertThat(JsonText.of(plain.options().formatOptions()))
          .isEqualTo("{\"send_completion_email\":true}");
      assertThat(plain.provenance().origin()).isEqualTo(JobOrigin.AUTH0);
      assertThat(plain.source()).isEqualTo("users.json");

      Job set =
          job(
              server,
              client.started(
                  TestForm.of(connection, "[]")
                      .text("upsert", "true")
                      .text("send_completion_email", "false")
                      .text("merge_metadata", "true")
                      .text("keep_email_verified", "true")));
      assertThat(set.options().upsert()).isEqualTo(Optional.of(true));
      assertThat(JsonText.of(set.options().formatOptions()))
          .isEqualTo(
              "{\"send_completion_email\":false,\"merge_metadata\":true,"
                  + "\"keep_email_verified\":true}");
    }
  }

  private static Job job(LiveServer server, String id) throws Exception {
    try (Session session = server.application().database().openReading()) {
      return session.jobs().find(id).orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anEmptyArrayCompletes(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      Auth0Client client = Auth0Client.of(server);
      assertThat(JsonText.of(client.ended(client.start("[]")).get("summary")))
          .isEqualTo("{\"failed\":0,\"updated\":0,\"inserted\":0,\"total\":0}");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFailedJobIsExplainedOnTheCommandLineToo(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      String id = client.start("Name;Email");
      String reason = client.ended(id).text("status_details");

      Run shown = Run.of(folder, "--db", database, "imports", "show", id);
      assertThat(shown.status()).as(shown.err()).isZero();
      assertThat(shown.out()).contains("It was not imported: " + reason);
      Run journal = Run.of(folder, "--db", database, "journal", "--json");
      assertThat(journal.out()).contains("import.submitted").contains("\"status\":\"failed\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCancelledJobHasFailed(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      String id = client.start("[]");
      assertThat(Run.of(folder, "--db", database, "imports", "cancel", id).status()).isZero();

      Struct job = client.ended(id);
      assertThat(job.text("status")).isEqualTo("failed");
      assertThat(job.text("status_details")).isEqualTo("The import was cancelled");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlyTheJobsOfThisApiAreFound(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      String id = client.start("[]");
      String internal = job(server, id).id();
      for (String other : List.of(internal, "job_0123456789abcdef", id.substring(1))) {
        HttpResponse<String> job = client.get("/api/v2/jobs/" + other);
        assertThat(job.statusCode()).isEqualTo(404);
        assertThat(job.body())
            .isEqualTo(
                "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"Job not found\","
                    + "\"errorCode\":\"inexistent_job\"}");
        HttpResponse<String> errors = client.get("/api/v2/jobs/" + other + "/errors");
        assertThat(errors.statusCode()).isEqualTo(404);
        assertThat(errors.body())
            .contains("\"message\":\"The job does not exist\",\"errorCode\":\"inexistent_job\"");
      }
      HttpResponse<String> uri = client.get("/api/v2/jobs/job_%3Cscript%3E");
      assertThat(uri.statusCode()).isEqualTo(400);
      assertThat(uri.body()).contains("\"errorCode\":\"invalid_uri\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void operationsThatAreNotHereAreRefusedInTheFormOfOtherErrors(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      String words = "Of Auth0's API only imports of users and connections are here";
      for (String path : List.of("/api/v2", "/api/v2/users", "/api/v2/jobs/a/b")) {
        for (String accepted : List.of("*/*", "application/json", "text/html")) {
          HttpResponse<String> answer =
              server.send(server.request(path, null).header("Accept", accepted));
          assertThat(answer.statusCode()).isEqualTo(404);
          assertThat(answer.body())
              .isEqualTo(
                  "{\"statusCode\":404,\"error\":\"Not Found\",\"message\":\"" + words + "\"}");
        }
      }
      HttpResponse<String> method =
          server.send(server.request("/api/v2/jobs/job_1", null).DELETE());
      assertThat(method.statusCode()).isEqualTo(405);
      assertThat(method.body())
          .isEqualTo(
              "{\"statusCode\":405,\"error\":\"Method Not Allowed\",\"message\":\""
                  + words
                  + "\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aJobExpiresADayAfterItsEnd(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    String id;
    try (LiveServer server = LiveServer.start(folder, database).work()) {
      Auth0Client client = Auth0Client.of(server);
      id = client.start("[]");
      client.ended(id);
      String failed = client.start("x");
      assertThat(job(server, failed).times().expiresAt()).isPresent();
    }
    Duration day = Duration.ofDays(1);
    for (boolean over : List.of(false, true)) {
      Duration later = over ? day.plusMinutes(1) : day.minusMinutes(10);
      try (LiveServer server =
          LiveServer.at(Clock.offset(Clock.systemUTC(), later), folder, database)) {
        assertThat(Auth0Client.of(server).get("/api/v2/jobs/" + id).statusCode())
            .isEqualTo(over ? 404 : 200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void tokensNeedTheScopes(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String connection = client.connection("default");
      String id = client.start("[]");
      TestForm form = TestForm.of(connection, "[]");
      Auth0Client writer = Auth0Client.of(server, Scope.IMPORTS_WRITE);
      Auth0Client reader = Auth0Client.of(server, Scope.IMPORTS_READ);
      Auth0Client other = Auth0Client.of(server, Scope.USERS_READ, Scope.USERS_WRITE);

      assertThat(writer.post(form).statusCode()).isEqualTo(202);
      assertThat(writer.get("/api/v2/jobs/" + id).statusCode()).isEqualTo(200);
      assertThat(reader.get("/api/v2/jobs/" + id).statusCode()).isEqualTo(200);
      assertThat(reader.get("/api/v2/connections").statusCode()).isEqualTo(200);
      for (Auth0Client without : List.of(reader, other)) {
        assertThat(without.post(form).body())
            .isEqualTo(
                "{\"statusCode\":403,\"error\":\"Forbidden\","
                    + "\"message\":\"Insufficient scope, expected any of: create:users\","
                    + "\"errorCode\":\"insufficient_scope\"}");
      }
      assertThat(other.get("/api/v2/jobs/" + id).body())
          .contains("Insufficient scope, expected any of: create:users,read:users");
      for (String path : List.of("/api/v2/jobs/" + id, "/api/v2/connections")) {
        HttpResponse<String> nobody = server.send(server.request(path, null));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body())
            .isEqualTo(
                "{\"statusCode\":401,\"error\":\"Unauthorized\",\"message\":\"Invalid token\"}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTokenOfARealmSeesOnlyThat(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    assertThat(Run.of(folder, "--db", database, "realms", "create", "staff").status()).isZero();
    try (LiveServer server = LiveServer.start(folder, database).work()) {
      Auth0Client all = Auth0Client.of(server);
      Auth0Client staff = Auth0Client.ofRealm(server, "staff");
      String foreign = all.connection("default");
      String id = all.start("[]");
      assertThat(staff.get("/api/v2/jobs/" + id).statusCode()).isEqualTo(404);
      assertThat(staff.get("/api/v2/connections").body())
          .contains("\"staff\"")
          .doesNotContain("\"default\"");
      assertThat(staff.get("/api/v2/connections/" + foreign + "/clients").statusCode())
          .isEqualTo(404);
      assertThat(staff.post(TestForm.of(foreign, "[]")).body())
          .contains("\"The connection does not exist\"");

      String own =
          staff.started(TestForm.of(staff.connection("staff"), "[{\"email\":\"s@example.com\"}]"));
      assertThat(staff.ended(own).text("connection")).isEqualTo("staff");
      assertThat(
              Run.of(folder, "--db", database, "users", "show", "s@example.com", "--realm", "staff")
                  .status())
          .isZero();
    }
  }
}
