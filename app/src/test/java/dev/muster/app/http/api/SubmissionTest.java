package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** POST /imports. */
class SubmissionTest {

  private static final String TABLE =
      "email key,first_name\nada@example.com,Ada\nbob@example.com,Bob\n";
  private static final String LINES =
      "{\"email\":\"ada@example.com\"}\n{\"email\":\"bob@example.com\"}\n";
  private static final String REQUEST =
      "{\"identifier\":\"email\",\"records\":[{\"email\":\"ada@example.com\"},"
          + "{\"email\":\"bob@example.com\"}]}";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theMediaTypeDecidesTheFormat(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      assertImported(api, api.submit("application/json", REQUEST, ""), "authgear");
      assertImported(
          api, api.submit("application/x-ndjson", LINES, "?identifier=email"), "authgear-lines");
      assertImported(api, api.submit("text/csv; charset=utf-8", TABLE, ""), "csv");
      assertImported(api, api.submit("application/octet-stream", TABLE, ""), "csv");
      assertImported(api, api.submit("application/octet-stream", REQUEST, ""), "authgear");
      assertImported(api, api.submit("image/png", TABLE, "?format=csv"), "csv");
      assertThat(emails(api)).containsExactly("ada@example.com", "bob@example.com");
    }
  }

  private static void assertImported(TestApi api, String id, String format) throws Exception {
    assertThat(api.follow(id)).contains("event: finished", "\"done\":2");
    TestApi.Answer answer = api.get("/imports/" + id).require(200);
    assertThat(answer.text("format")).isEqualTo(format);
    assertThat(answer.text("status")).isEqualTo("completed");
    Struct summary = (Struct) answer.document().get("summary");
    assertThat(summary.get("failed")).isEqualTo(Value.of(0));
    assertThat(summary.get("total")).isEqualTo(Value.of(2));
  }

  private static List<String> emails(TestApi api) throws Exception {
    try (Session session = api.open()) {
      List<String> emails = new ArrayList<>();
      session.users().each(Optional.empty(), user -> emails.add(email(user)));
      return emails;
    }
  }

  private static String email(User user) {
    return user.account().email() == null ? "" : user.account().email().value();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theAnswerComesBeforeAnyRecordIsProcessed(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      TestApi.Answer answer =
          api.post(
                  "/imports?dry_run=true&atomic=true&diff&upsert=true&encoding=utf-8",
                  TABLE,
                  "Content-Type",
                  "text/csv")
              .require(202);
      assertThat(answer.text("status")).isEqualTo("pending");
      assertThat(answer.header("Location")).isEqualTo("/api/v1/imports/" + answer.text("id"));
      Struct document = answer.document();
      assertThat(document.get("dry_run")).isEqualTo(Value.TRUE);
      assertThat(document.get("records")).isEqualTo(Value.of(2));
      assertThat(document.text("actor")).isEqualTo("token:tester");
      assertThat(document.text("origin")).isEqualTo("api");
      Struct options = (Struct) document.get("options");
      assertThat(options.get("atomic")).isEqualTo(Value.TRUE);
      assertThat(options.get("diff")).isEqualTo(Value.TRUE);
      assertThat(options.get("upsert")).isEqualTo(Value.TRUE);
      assertThat(options.text("encoding")).isEqualTo("utf-8");
      assertThat(options.has("settings")).isFalse();
      assertThat(emails(api)).isEmpty();
      api.startWorker();
      assertThat(api.follow(answer.text("id"))).contains("\"inserted\":2");
      assertThat(emails(api)).as("after a dry run").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void compressedBodiesAreStoredAsTheyCome(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      byte[] table = TABLE.getBytes(UTF_8);
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(zipped)) {
        out.write(table);
      }
      assertCompressed(api, zipped.toByteArray(), "gzip");
      assertCompressed(api, Zstd.compress(table), "zstd");
      api.post("/imports", TABLE, "Content-Type", "text/csv", "Content-Encoding", "br")
          .requireProblem(415, "unsupported-media-type");
    }
  }

  private static void assertCompressed(TestApi api, byte[] body, String encoding) throws Exception {
    TestApi.Answer answer =
        api.send(
                "POST",
                "/imports",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "text/csv",
                "Content-Encoding",
                encoding)
            .require(202);
    assertImported(api, answer.text("id"), "csv");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCharsetOfTheMediaTypeIsUsed(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      byte[] latin = "email key,first_name\nj@example.com,Jürgen\n".getBytes(ISO_8859_1);
      TestApi.Answer answer =
          api.send(
                  "POST",
                  "/imports",
                  BodyPublishers.ofByteArray(latin),
                  "Content-Type",
                  "text/csv; charset=iso-8859-1")
              .require(202);
      api.follow(answer.text("id"));
      assertThat(api.get("/users/j@example.com").require(200).body()).contains("Jürgen");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aBrowserSendsAForm(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String type = "multipart/form-data; boundary=XX";
      String part =
          "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\staff.csv\""
              + "\r\nContent-Type: text/csv\r\n\r\n"
              + TABLE
              + "\r\n";
      TestApi.Answer answer =
          api.post("/imports?dry_run=true", part + "--XX--\r\n", "Content-Type", type).require(202);
      assertThat(answer.text("source")).isEqualTo("staff.csv");
      assertImported(api, answer.text("id"), "csv");
      api.post("/imports", "--XX--\r\n", "Content-Type", type).requireProblem(400, "invalid-body");
      api.post(
              "/imports", part.replace("\"file\"", "\"data\"") + "--XX--\r\n", "Content-Type", type)
          .requireProblem(400, "invalid-body");
      api.post("/imports", part, "Content-Type", type).requireProblem(400, "invalid-body");
      assertThat(jobs(api)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void inputsThatCannotBeImportedAreRefusedWithPlaces(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      TestApi.Answer csv =
          api.post("/imports", "email key,nonsense\na@example.com,x\n", "Content-Type", "text/csv")
              .requireProblem(422, "invalid-input");
      Struct error = (Struct) ((Value.Array) csv.document().get("errors")).items().get(0);
      assertThat(error.text("code")).isEqualTo("unknown-or-missing-attribute");
      assertThat(error.get("column")).isEqualTo(Value.of(2));
      TestApi.Answer json =
          api.post("/imports", "{\"records\":", "Content-Type", "application/json")
              .requireProblem(422, "invalid-input");
      error = (Struct) ((Value.Array) json.document().get("errors")).items().get(0);
      assertThat(error.get("line")).isEqualTo(Value.of(1));
      api.post("/imports", "[1]", "Content-Type", "application/octet-stream")
          .requireProblem(422, "unsuitable-options");
      api.post("/imports", "x", "Content-Type", "application/pdf")
          .requireProblem(415, "unsupported-media-type");
      api.post("/imports?realm=nowhere", TABLE, "Content-Type", "text/csv")
          .requireProblem(404, "realm-not-found");
      assertThat(jobs(api)).isZero();
    }
  }

  private static long jobs(TestApi api) throws Exception {
    try (Session session = api.open()) {
      return session.jobs().totals(JobFilter.ALL).jobs();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aKeyMakesRepetitionsHarmless(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder)) {
      String[] key = {"Content-Type", "text/csv", "Idempotency-Key", "order-1"};
      TestApi.Answer first = api.post("/imports", TABLE, key).require(202);
      TestApi.Answer again = api.post("/imports", TABLE, key).require(202);
      assertThat(again.text("id")).isEqualTo(first.text("id"));
      api.post("/imports", TABLE + "c@example.com,C\n", key)
          .requireProblem(409, "idempotency-conflict");
      api.post("/imports?atomic=true", TABLE, key).requireProblem(409, "idempotency-conflict");
      api.startWorker();
      api.follow(first.text("id"));
      TestApi.Answer late = api.post("/imports", TABLE, key).require(200);
      assertThat(late.text("id")).isEqualTo(first.text("id"));
      assertThat(late.text("status")).isEqualTo("completed");
      assertThat(jobs(api)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void nothingIsKeptOfABodyThatBreaksOff(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      assertThat(raw(api, "Content-Length: 1000\r\n\r\n" + TABLE)).doesNotContain(" 202 ");
      assertThat(raw(api, "Transfer-Encoding: chunked\r\n\r\n10\r\nemail key\nad"))
          .doesNotContain(" 202 ");
      assertThat(jobs(api)).isZero();
    }
  }

  /** Sends a request and ends the connection's sending side; returns what comes back. */
  private static String raw(TestApi api, String rest) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      String head =
          "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
              + "Authorization: Bearer "
              + api.token(Scope.IMPORTS_WRITE)
              + "\r\n";
      socket.getOutputStream().write((head + rest).getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aStreamOfUnknownLengthIsReceivedWhole(StoreKind kind) throws Exception {
    int rows = 30_000;
    try (TestApi api = TestApi.start(kind, folder)) {
      StringBuilder table = new StringBuilder("email key\n");
      for (int i = 0; i < rows; i++) {
        table.append("user").append(i).append("@example.com\n");
      }
      byte[] bytes = table.toString().getBytes(UTF_8);
      TestApi.Answer answer =
          api.send(
                  "POST",
                  "/imports?dry_run=true",
                  BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                  "Content-Type",
                  "text/csv")
              .require(202);
      assertThat(answer.document().get("records")).isEqualTo(Value.of(rows));
      assertThat(api.follow(answer.text("id"))).contains("\"inserted\":" + rows);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void tokensOfARealmImportIntoThatRealmAlone(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      try (Session session = api.open()) {
        assertThat(session.catalogs().createRealm("north")).isTrue();
      }
      String north = "Bearer " + api.token(List.of("north"), Scope.values());
      api.post("/imports", TABLE, "Content-Type", "text/csv", "Authorization", north)
          .requireProblem(403, "foreign-realm");
      TestApi.Answer answer =
          api.post(
                  "/imports?realm=north", TABLE, "Content-Type", "text/csv", "Authorization", north)
              .require(202);
      assertThat(answer.text("realm")).isEqualTo("north");
      for (String format : List.of("restauth", "auto")) {
        api.post(
                "/imports?realm=north&format=" + format,
                "{\"services\": {\"wiki\": {}}, \"users\": {\"ann\": {}}}",
                "Content-Type",
                "application/json",
                "Authorization",
                north)
            .requireProblem(403, "foreign-realm");
      }
      try (Session session = api.open()) {
        assertThat(session.jobs().page(JobFilter.ALL.ofRealm("north"), JobStore.LATEST, 5))
            .hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void optionsOfRestAuthAreTaken(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String id =
          api.submit(
              "application/json",
              "{\"users\":{\"ada\":{\"properties\":{\"email\":\"a@example.com\"}}}}",
              "?format=restauth&overwrite_properties=true&skip_existing_groups=true");
      assertThat(api.follow(id)).contains("\"inserted\":1");
      Struct options = (Struct) api.get("/imports/" + id).document().get("options");
      Struct switches = (Struct) options.get("restauth");
      assertThat(switches.get("overwrite_properties")).isEqualTo(Value.TRUE);
      assertThat(switches.get("overwrite_passwords")).isEqualTo(Value.FALSE);
    }
  }
}
