package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters {@code missing}, {@code missing_limit} and {@code missing_among}. */
class MissingUsersApiTest {

  private static final String NOW = "email key,first_name\nada@example.com,Ada\n";

  @TempDir private Path folder;

  private TestApi withThreeUsers(StoreKind kind) throws Exception {
    TestApi api = TestApi.start(kind, folder);
    api.importCsv("email key,first_name", "ada@example.com,A", "bob@example.com,B", "cy@a.com,C");
    return api;
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aWorkerDeletesMissingUsers(StoreKind kind) throws Exception {
    try (TestApi api = withThreeUsers(kind)) {
      String id = api.submit("text/csv", NOW, "?missing=delete&missing_limit=70%25");
      assertThat(api.follow(id)).contains("event: finished");

      TestApi.Answer answer = api.get("/imports/" + id).require(200);
      assertThat(answer.text("status")).isEqualTo("completed");
      Struct missing = (Struct) answer.document().get("missing");
      assertThat(missing.get("count")).isEqualTo(Value.of(2));
      assertThat(missing.get("of")).isEqualTo(Value.of(3));
      assertThat(missing.get("refused")).isEqualTo(Value.FALSE);
      assertThat(((Value.Array) missing.get("users")).items()).hasSize(2);
      assertThat(users(api)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aWorkerRefusesWhatIsAboveTheLimit(StoreKind kind) throws Exception {
    try (TestApi api = withThreeUsers(kind)) {
      String id = api.submit("text/csv", NOW, "?missing=disable");
      assertThat(api.follow(id)).contains("event: finished");

      TestApi.Answer answer = api.get("/imports/" + id).require(200);
      assertThat(answer.text("status")).isEqualTo("failed");
      Struct missing = (Struct) answer.document().get("missing");
      assertThat(missing.get("count")).isEqualTo(Value.of(2));
      assertThat(missing.get("refused")).isEqualTo(Value.TRUE);
      assertThat(users(api)).isEqualTo(3);
      try (Session session = api.open()) {
        session
            .users()
            .each(Optional.empty(), user -> assertThat(user.account().disabled()).isFalse());
      }
    }
  }

  private static long users(TestApi api) throws Exception {
    try (Session session = api.open()) {
      return session.users().count(Optional.empty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "delete"})
  void aTokenThatMayNotWriteUsersMayNotDoItByAnImport(String action) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker("sqlite:" + folder.resolve("a.db"), folder)) {
      String[] importsOnly = {
        "Authorization", "Bearer " + api.token(Scope.IMPORTS_WRITE), "Content-Type", "text/csv"
      };
      api.post("/imports?missing=" + action, NOW, importsOnly).requireProblem(403, "missing-scope");
    }
  }

  @Test
  void onlyATokenThatMayReadUsersIsToldTheirNames() throws Exception {
    try (TestApi api = withThreeUsers(StoreKind.SQLITE)) {
      String[] importsOnly = {
        "Authorization",
        "Bearer " + api.token(Scope.IMPORTS_WRITE, Scope.IMPORTS_READ),
        "Content-Type",
        "text/csv"
      };
      api.post("/imports?missing=report", NOW, importsOnly).requireProblem(403, "missing-scope");
      String id = api.submit("text/csv", NOW, "?missing=report");
      assertThat(api.follow(id)).contains("event: finished");

      String path = "/imports/" + id;
      assertThat(api.get(path).body()).contains("bob@example.com");
      TestApi.Answer answer = api.get(path, importsOnly).require(200);
      assertThat(answer.body()).contains("\"count\":2").doesNotContain("bob@example.com");
      for (String type : List.of("application/x-ndjson", "text/csv", "application/json")) {
        String[] headers = {importsOnly[0], importsOnly[1], "Accept", type};
        assertThat(api.get(path + "/records", headers).require(200).body())
            .doesNotContain("bob@example.com", "missing");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing=drop",
        "missing_limit=5%25",
        "missing_among=role=a",
        "missing=disable&missing_limit=lots",
        "missing=disable&missing_among=hr"
      })
  void wrongParametersAreRefused(String query) throws Exception {
    try (TestApi api = TestApi.startWithoutWorker("sqlite:" + folder.resolve("a.db"), folder)) {
      assertThat(api.post("/imports?" + query, NOW, "Content-Type", "text/csv").status())
          .isEqualTo(400);
    }
  }
}
