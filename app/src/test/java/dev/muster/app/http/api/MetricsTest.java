package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.Session;
import dev.muster.app.store.SessionUse;
import dev.muster.app.store.StoreKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** GET /metrics, after imports and verifications. */
class MetricsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void chunksVerificationsAndSessionsAreMeasured(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      api.importCsv(
          "email key,password_hash",
          "ada@example.com,md5$lQaIiIrGVKL2$6bc84e071f82420b00e9abb7a372fcbd");
      verify(api, "ada@example.com", "wrong");
      verify(api, "ada@example.com", "correct horse battery staple");
      verify(api, "nobody@example.com", "wrong");
      String metrics = api.get("//metrics", "Authorization", "").require(200).body();
      assertThat(metrics.lines())
          .contains(
              "muster_chunk_duration_seconds_count{format=\"csv\"} 1",
              "muster_password_verifications_total{result=\"right\",scheme=\"django-md5\"} 1.0",
              "muster_password_verifications_total{result=\"wrong\",scheme=\"django-md5\"} 1.0",
              "muster_password_verifications_total{result=\"wrong\",scheme=\"none\"} 1.0");
      assertThat(metrics).contains("\nmuster_database_sessions_open ");
      assertThat(metrics.contains("\nmuster_database_sessions_limit "))
          .isEqualTo(kind == StoreKind.POSTGRESQL);
    }
  }

  @Test
  void methodsThatAClientMakesUpAreCountedTogether() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      for (int i = 0; i < 3; i++) {
        api.send("MADEUP" + i, "//healthz", BodyPublishers.noBody()).require(405);
      }
      String metrics = api.get("//metrics", "Authorization", "").require(200).body();
      assertThat(metrics.lines())
          .contains("muster_http_requests_total{method=\"other\",status=\"405\"} 3.0");
      assertThat(metrics).doesNotContain("MADEUP");
    }
  }

  private static void verify(TestApi api, String login, String password) throws Exception {
    String body = "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}";
    api.post("/users:verify", body, "Content-Type", "application/json").require(200);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void openSessionsAreCounted(StoreKind kind) {
    try (Session one = StoreKind.open(kind.emptyDirectory(folder, "m"))) {
      SessionUse before = one.database().sessions();
      try (Session other = one.database().open();
          Session reading = one.database().openReading()) {
        assertThat(other.catalogs().realmNames()).isEqualTo(reading.catalogs().realmNames());
        assertThat(one.database().sessions().open()).isEqualTo(before.open() + 2);
      }
      assertThat(one.database().sessions()).isEqualTo(before);
      assertThat(before.most().equals(OptionalInt.empty())).isEqualTo(kind == StoreKind.SQLITE);
    }
  }
}
