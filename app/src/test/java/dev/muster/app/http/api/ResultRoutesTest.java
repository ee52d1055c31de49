package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.xlsx.WorkbookFile;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of the records of an import. */
class ResultRoutesTest {

  @TempDir private Path folder;

  private static String mixed(TestApi api) throws Exception {
    return api.importCsv(
        "email key,first_name",
        "ada@example.com,Ada",
        "not-an-address,=1+1",
        "bob@example.com,Bob",
        "neither,Nobody");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void recordsComeInPagesAndAreFiltered(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String records = "/imports/" + mixed(api) + "/records";
      assertThat(indexes(api, records + "?limit=1")).containsExactly(0L, 1L, 2L, 3L);
      assertThat(indexes(api, records + "?limit=3&outcome=failed")).containsExactly(1L, 3L);
      assertThat(indexes(api, records + "?limit=9&code=data-error")).containsExactly(1L, 3L);
      assertThat(indexes(api, records + "?limit=9&line=3")).containsExactly(1L);
      assertThat(indexes(api, records + "?limit=9&text=NEITHER")).containsExactly(3L);
      assertThat(indexes(api, records + "?limit=9&after=1")).containsExactly(2L, 3L);
      Struct failed =
          (Struct)
              ((Value.Array) api.get(records + "?outcome=failed").document().get("records"))
                  .items()
                  .get(0);
      assertThat(failed.get("cells")).as("a failed row is shown").isNotNull();
      api.get(records + "?limit=1001").requireProblem(400, "invalid-parameter");
      api.get(records + "?code=nonsense").requireProblem(400, "invalid-parameter");
    }
  }

  /** The indexes of all pages. */
  private static List<Long> indexes(TestApi api, String path) throws Exception {
    List<Long> indexes = new ArrayList<>();
    String after = "";
    while (!after.equals("end")) {
      Struct page = api.get(path + after).require(200).document();
      for (Value item : ((Value.Array) page.get("records")).items()) {
        indexes.add(number(((Struct) item).get("index")));
      }
      after = page.get("next") instanceof Value.Num next ? "&after=" + next.literal() : "end";
      assertThat(indexes).hasSizeLessThan(20);
      path = path.replaceAll("&after=.*", "");
    }
    return indexes;
  }

  private static long number(Value value) {
    return Long.parseLong(((Value.Num) value).literal());
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void recordsComeAsLinesOrAsATable(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String records = "/imports/" + mixed(api) + "/records";
      TestApi.Answer lines = api.get(records, "Accept", "application/x-ndjson").require(200);
      assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
      assertThat(lines.body().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"index\":"));
      TestApi.Answer table =
          api.get(records + "?outcome=failed", "Accept", "text/csv").require(200);
      assertThat(table.header("Content-Type")).startsWith("text/csv");
      assertThat(table.body().lines())
          .hasSize(3)
          .first()
          .isEqualTo("index,line,outcome,user_id,errors,warnings,changes,login");
      assertThat(api.get(records + "?limit=1", "Accept", "text/csv").body().lines()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theTableNamesUsersAsTheReportOfTheCommandDoes(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      api.importCsv("email key,username", "ada@example.com,ada");
      String table = "email key\nada@example.com\nbob@example.com\nneither\n";
      String id = api.submit("text/csv", table, "?dry_run=true");
      api.follow(id);
      String records = "/imports/" + id + "/records";

      assertThat(logins(api.get(records, "Accept", "text/csv")))
          .containsExactly("ada", "bob@example.com", "");
      assertThat(logins(api.get(records + "?outcome=updated", "Accept", "text/csv")))
          .containsExactly("ada");
      String reader = "Bearer " + api.token(Scope.IMPORTS_READ);
      assertThat(logins(api.get(records, "Accept", "text/csv", "Authorization", reader)))
          .as("may not read users")
          .containsExactly("", "", "");
    }
  }

  /** The last cells of a table's rows. */
  private static List<String> logins(TestApi.Answer table) {
    List<String> rows = table.body().lines().toList();
    assertThat(rows.get(0)).endsWith(",login");
    return rows.stream().skip(1).map(row -> row.substring(row.lastIndexOf(',') + 1)).toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void noCellOfTheTableBeginsAFormula(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String id =
          api.submit(
              "application/x-ndjson",
              "{\"email\":\"a@example.com\",\"custom_attributes\":{\"=cmd\":\"x\"}}\n",
              "?identifier=email&diff=true");
      api.follow(id);
      String table = api.get("/imports/" + id + "/records", "Accept", "text/csv").body();
      assertThat(table).doesNotContainPattern("(^|,)\"?[=+@-]");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rejectsCanBeMendedAndImportedAgain(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String id = mixed(api);
      TestApi.Answer rejects = api.get("/imports/" + id + "/rejects").require(200);
      assertThat(rejects.header("Content-Type")).startsWith("text/csv");
      assertThat(rejects.body()).contains("not-an-address", "data-error");
      String mended =
          rejects
              .body()
              .replace("not-an-address", "cy@example.com")
              .replace("neither", "di@example.com");
      String again = api.submit("text/csv", mended, "");
      assertThat(api.follow(again)).contains("\"inserted\":2", "\"failed\":0");
      assertThat(api.get("/imports/" + again + "/rejects").require(204).body()).isEmpty();
      String reader = "Bearer " + api.token(Scope.IMPORTS_READ);
      api.get("/imports/" + id + "/rejects", "Authorization", reader)
          .requireProblem(403, "missing-scope");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void noSessionIsHeldForAClientThatReadsSlowly(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String rows =
          IntStream.range(0, 40_000).mapToObj(i -> "nobody-" + i + "\n").collect(joining());
      String id = api.submit("text/csv", "email key\n" + rows, "");
      api.follow(id);
      api.stopWorker();
      String records = "/imports/" + id + "/records";
      assertThat(api.application.database().sessions().open()).isZero();
      try (Socket slow = new Socket()) {
        slow.setReceiveBufferSize(4096);
        slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.server.port()));
        String request =
            "GET /api/v1"
                + records
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n"
                + "Authorization: Bearer "
                + api.token()
                + "\r\n\r\n";
        slow.getOutputStream().write(request.getBytes(UTF_8));
        assertThat(slow.getInputStream().read()).as("the answer has begun").isEqualTo('H');
        assertThat(api.application.database().sessions().open()).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void passwordHashesAreNeverShown(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String hash = "$2b$04$abcdefghijklmnopqrstuuXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX";
      String id =
          api.submit(
              "application/x-ndjson",
              "{\"email\":\"nobody\",\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
                  + hash
                  + "\"}}\n",
              "?identifier=email");
      api.follow(id);
      for (String accept : List.of("application/json", "application/x-ndjson", "text/csv")) {
        assertThat(api.get("/imports/" + id + "/records", "Accept", accept).require(200).body())
            .contains("failed")
            .doesNotContain(hash);
      }
      assertThat(api.get("/imports/" + id).body()).doesNotContain(hash);
      assertThat(api.get("/imports/" + id + "/rejects").body()).contains(hash);
    }
  }

  @Test
  void rejectsOfAWorkbookAreATable() throws Exception {
    WorkbookFile workbook =
        new WorkbookFile()
            .sheet("S", WorkbookFile.row(1, "email") + WorkbookFile.row(2, "not-an-address"));
    Path file = workbook.write(folder.resolve("users.xlsx"));
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      String id =
          api.send("POST", "/imports", BodyPublishers.ofFile(file), "Content-Type", type)
              .require(202)
              .text("id");
      assertThat(api.follow(id)).contains("event: finished");

      TestApi.Answer answer = api.get("/imports/" + id + "/rejects").require(200);
      assertThat(answer.body()).contains("not-an-address");
      assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    }
  }
}
