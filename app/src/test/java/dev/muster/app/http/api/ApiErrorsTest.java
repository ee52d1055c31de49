package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.FaultyProxy;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.postgres.PostgresAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors are problem documents with stable codes. */
class ApiErrorsTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/reference/api-errors.md");

  @TempDir private Path folder;

  @Test
  void thePageOfErrorsIsWhatTheProgramSays() throws Exception {
    List<String> rows = new ArrayList<>();
    for (ApiErrorCode code : ApiErrorCode.values()) {
      rows.add(
          "| `"
              + code.wireName()
              + "` | "
              + code.status().getCode()
              + " | "
              + code.meaning()
              + " |");
    }
    List<String> table =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(table).containsExactlyElementsOf(rows);
  }

  @Test
  void requestsWithoutAGoodTokenAreChallenged() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      assertThat(
              api.get("/imports", "Authorization", "")
                  .requireProblem(401, "unauthorized")
                  .header("WWW-Authenticate"))
          .isEqualTo("Bearer realm=\"muster\"");
      for (String bad : List.of("Bearer x.y.z", "Bearer ", "Digest YTpi", "Bearer " + noKey())) {
        assertThat(
                api.get("/imports", "Authorization", bad)
                    .requireProblem(401, "unauthorized")
                    .header("WWW-Authenticate"))
            .contains("error=\"invalid_token\"");
      }
      String readOnly = "Bearer " + api.token(Scope.IMPORTS_READ);
      assertThat(
              api.post("/imports", "x", "Authorization", readOnly)
                  .requireProblem(403, "missing-scope")
                  .header("WWW-Authenticate"))
          .contains("insufficient_scope", "scope=\"imports:write\"");
    }
  }

  /** A well-formed token without a key. */
  private static String noKey() {
    return "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.";
  }

  @Test
  void unknownPathsAndMethodsAreAnsweredLikeOtherErrors() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      api.get("/nothing").requireProblem(404, "no-such-path");
      api.get("").requireProblem(404, "no-such-path");
      api.get("/imports/a/b/c").requireProblem(404, "no-such-path");
      api.send("PUT", "/imports", BodyPublishers.noBody())
          .requireProblem(405, "method-not-allowed");
      api.delete("/imports").requireProblem(405, "method-not-allowed");
      assertThat(api.get("//elsewhere").require(404).header("Content-Type"))
          .doesNotContain("problem");
    }
  }

  @Test
  void parametersAreCheckedByName() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      assertThat(
              api.post("/imports?dryrun=true", "x")
                  .requireProblem(400, "invalid-parameter")
                  .text("detail"))
          .isEqualTo("There is no parameter dryrun. Did you mean dry_run?");
      for (String query :
          List.of(
              "?limit=0",
              "?limit=x",
              "?state=gone",
              "?since=yesterday",
              "?limit=1&limit=2",
              "?after=-5")) {
        api.get("/imports" + query).requireProblem(400, "invalid-parameter");
      }
      for (String query : List.of("?dry_run=maybe", "?format=xml", "?identifier=name")) {
        api.post("/imports" + query, "x").requireProblem(400, "invalid-parameter");
      }
      api.post("/imports", "x", "Idempotency-Key", "with space")
          .requireProblem(400, "invalid-parameter");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsToldWithATimeToTryAgain() throws Exception {
    String address = StoreKind.POSTGRESQL.emptyDirectory(folder, "muster");
    int port = PostgresAddress.parse(address, Map.of()).orElseThrow().port();
    AtomicBoolean gone = new AtomicBoolean();
    try (FaultyProxy wire = FaultyProxy.breaking(port, (sender, portion) -> gone.get());
        TestApi api = TestApi.startWithoutWorker(wire.by(address), folder)) {
      String token = "Bearer " + api.token();
      api.get("/imports", "Authorization", token).require(200);
      gone.set(true);
      TestApi.Answer answer =
          api.get("/imports", "Authorization", token).requireProblem(503, "store-unavailable");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
      gone.set(false);
      api.get("/imports", "Authorization", token).require(200);
    }
  }
}
