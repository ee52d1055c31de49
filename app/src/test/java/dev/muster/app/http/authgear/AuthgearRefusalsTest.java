package dev.muster.app.http.authgear;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.StoreKind;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that start no task: what is checked first, and the exact answers. */
class AuthgearRefusalsTest {

  private static final String VALID =
      "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@example.com\"}]}";
  private static final int LIMIT = 500_000;
  private static final String TOO_LARGE =
      "{\"error\":{\"name\":\"RequestEntityTooLarge\",\"reason\":\"JSONTooLarge\","
          + "\"message\":\"request body too large\",\"code\":413,\"info\":{\"limit\":500000}}}";

  /** Request documents, and the causes that are told. */
  private static final Map<String, String> CAUSES =
      Map.of(
          "{}",
          "{\"location\":\"\",\"kind\":\"required\",\"details\":{\"actual\":null,"
              + "\"expected\":[\"identifier\",\"records\"],"
              + "\"missing\":[\"identifier\",\"records\"]}}",
          "[]",
          "{\"location\":\"\",\"kind\":\"type\",\"details\":"
              + "{\"actual\":[\"array\"],\"expected\":[\"object\"]}}",
          "{\"users\":[],\"identifier\":\"email\"}",
          "{\"location\":\"\",\"kind\":\"required\",\"details\":{\"actual\":[\"identifier\","
              + "\"users\"],\"expected\":[\"identifier\",\"records\"],\"missing\":[\"records\"]}},"
              + "{\"location\":\"/users\",\"kind\":\"\"}",
          "{\"upsert\":null,\"records\":[{},1,null],\"identifier\":\"name\"}",
          "{\"location\":\"/identifier\",\"kind\":\"enum\",\"details\":{\"actual\":\"name\","
              + "\"expected\":[\"preferred_username\",\"email\",\"phone_number\"]}},"
              + "{\"location\":\"/records/1\",\"kind\":\"type\",\"details\":"
              + "{\"actual\":[\"integer\",\"number\"],\"expected\":[\"object\"]}},"
              + "{\"location\":\"/records/2\",\"kind\":\"type\",\"details\":"
              + "{\"actual\":[\"null\"],\"expected\":[\"object\"]}},"
              + "{\"location\":\"/upsert\",\"kind\":\"type\",\"details\":"
              + "{\"actual\":[\"null\"],\"expected\":[\"boolean\"]}}",
          "{\"records\":[],\"identifier\":\"email\"}",
          "{\"location\":\"/records\",\"kind\":\"minItems\",\"details\":"
              + "{\"actual\":0,\"expected\":1}}");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theTokenIsCheckedBeforeEverythingElse(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      for (String authorization :
          List.of("Bearer nonsense", server.authorization(Scope.IMPORTS_READ))) {
        assertForbidden(
            server.send(
                server
                    .request(LiveServer.IMPORT, authorization)
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1]))));
      }
      assertForbidden(
          server.send(
              server
                  .request(LiveServer.IMPORT, null)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(VALID))));
      assertForbidden(server.send(server.request(LiveServer.IMPORT + "/task_1", null)));
      assertForbidden(
          server.send(
              server.request(
                  LiveServer.IMPORT + "/task_1", server.authorization(Scope.IMPORTS_WRITE))));
    }
  }

  private static void assertForbidden(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(answer.body()).isEqualTo("Forbidden\n");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void thenTheContentType(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      for (String type :
          List.of(
              "text/plain",
              "application/x-www-form-urlencoded",
              "application/json; charset=latin1",
              "application/json-patch+json")) {
        HttpResponse<String> answer = server.post(new byte[LIMIT + 1], type);

        assertThat(answer.statusCode()).as(type).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("text/plain;charset=utf-8");
        assertThat(answer.body()).isEqualTo("invalid content type: " + type + "\n");
      }
      HttpResponse<String> without =
          server.send(
              server
                  .request(LiveServer.IMPORT, server.authorization())
                  .POST(BodyPublishers.ofString(VALID)));
      assertThat(without.statusCode()).isEqualTo(415);
      assertThat(without.body()).isEqualTo("invalid content type: \n");
      for (String type :
          List.of("application/json; charset=utf-8", "application/json;charset=UTF-8")) {
        assertThat(server.post(VALID.getBytes(UTF_8), type).statusCode()).as(type).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void thenTheSizeThenTheSyntax(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      assertThat(server.post(VALID + " ".repeat(LIMIT - VALID.length())).statusCode())
          .isEqualTo(200);
      for (int size : List.of(LIMIT + 1, 3 * LIMIT)) {
        HttpResponse<String> answer = server.post("[" + "x".repeat(size - 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(TOO_LARGE);
      }
      HttpResponse<String> broken = server.post("{\"surprise\":1,\"records\":[{}x]}");
      assertThat(broken.statusCode()).isEqualTo(400);
      assertThat(broken.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(broken.body())
          .matches(
              "\\{\"error\":\\{\"name\":\"BadRequest\",\"reason\":\"InvalidJSON\","
                  + "\"message\":\"[^\"]+(\\\\\"[^\"]*)*\",\"code\":400,"
                  + "\"info\":\\{\"byte_offset\":2[78]}}}");
      assertThat(server.post("").body())
          .startsWith("{\"error\":{\"name\":\"BadRequest\",\"reason\":\"InvalidJSON\",");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void compressedBodiesAreNoJson(StoreKind store) throws Exception {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(VALID.getBytes(UTF_8));
    }
    String refused =
        "{\"error\":{\"name\":\"BadRequest\",\"reason\":\"InvalidJSON\","
            + "\"message\":\"the body is compressed\",\"code\":400,\"info\":{\"byte_offset\":0}}}";
    try (LiveServer server = start(store)) {
      for (byte[] body : List.of(gzip.toByteArray(), Zstd.compress(VALID.getBytes(UTF_8)))) {
        for (String announced : List.of("gzip", "zstd", "identity")) {
          HttpResponse<String> answer =
              server.send(
                  server
                      .request(LiveServer.IMPORT, server.authorization())
                      .header("Content-Type", "application/json")
                      .header("Content-Encoding", announced)
                      .POST(BodyPublishers.ofByteArray(body)));
          assertThat(answer.statusCode()).isEqualTo(400);
          assertThat(answer.body()).isEqualTo(refused);
        }
      }
      HttpResponse<String> bracket = server.post("(" + VALID + ")");
      assertThat(bracket.statusCode()).isEqualTo(400);
      assertThat(bracket.body()).contains("InvalidJSON").doesNotContain("compressed");
    }
  }

  /** What Go's parser would let pass, the last member counting, and what it would repair. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aMemberThatOccursTwiceAndBytesThatAreNoTextAreNoJson(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      HttpResponse<String> twice =
          server.post("{\"identifier\":\"email\",\"identifier\":\"email\",\"records\":[{}]}");
      assertThat(twice.statusCode()).isEqualTo(400);
      assertThat(twice.body())
          .isEqualTo(
              "{\"error\":{\"name\":\"BadRequest\",\"reason\":\"InvalidJSON\",\"message\":"
                  + "\"the member \\\"identifier\\\" occurs twice\",\"code\":400,"
                  + "\"info\":{\"byte_offset\":22}}}");
      HttpResponse<String> latin =
          server.post(VALID.replace("a@", "\u00ff@").getBytes(ISO_8859_1), "application/json");
      assertThat(latin.statusCode()).isEqualTo(400);
      assertThat(latin.body())
          .isEqualTo(
              "{\"error\":{\"name\":\"BadRequest\",\"reason\":\"InvalidJSON\",\"message\":"
                  + "\"the body is not valid UTF-8\",\"code\":400,\"info\":{\"byte_offset\":43}}}");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void thenTheSchema(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      for (Map.Entry<String, String> each : CAUSES.entrySet()) {
        HttpResponse<String> answer = server.post(each.getKey());

        assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
            .isEqualTo(
                "{\"error\":{\"name\":\"Invalid\",\"reason\":\"ValidationFailed\","
                    + "\"message\":\"invalid request body\",\"code\":400,\"info\":{\"causes\":["
                    + each.getValue()
                    + "]}}}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRefusedRequestLeavesNoTask(StoreKind store) throws Exception {
    try (LiveServer server = start(store)) {
      server.post("{}");
      server.post("[");
      server.post(new byte[0], "text/plain");
      try (var session = server.application().database().openReading()) {
        assertThat(session.jobs().totals(dev.muster.app.job.JobFilter.ALL).jobs()).isZero();
      }
    }
  }

  private LiveServer start(StoreKind store) throws Exception {
    return LiveServer.start(folder, store.emptyDirectory(folder, "a"));
  }
}
