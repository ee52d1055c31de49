package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.Closeable;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists, shows, stops and deletes imports. */
class ImportRoutesTest {

  private static final String TABLE = "email key\nada@example.com\n";
  private static final String LINE = "{\"email\":\"ada@example.com\"}\n";

  @TempDir private Path folder;

  private TestApi idle(StoreKind kind) throws Exception {
    return TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void importsAreListedInPagesTheLatestFirst(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        ids.add(0, api.submit("text/csv", TABLE, ""));
      }
      List<String> listed = new ArrayList<>();
      String after = "";
      int pages = 0;
      while (!after.equals("null")) {
        TestApi.Answer page = api.get("/imports?limit=2" + after).require(200);
        listed.addAll(ids(page));
        Value next = page.document().get("next");
        after = next instanceof Value.Num number ? "&after=" + number.literal() : "null";
        pages++;
      }
      assertThat(listed).containsExactlyElementsOf(ids);
      assertThat(pages).isEqualTo(3);
    }
  }

  private static List<String> ids(TestApi.Answer page) {
    return ((Value.Array) page.document().get("imports"))
        .items().stream().map(item -> ((Struct) item).text("id")).toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void importsAreFilteredByStateFormatRealmAndTime(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      try (Session session = api.open()) {
        assertThat(session.catalogs().createRealm("north")).isTrue();
      }
      String csv = api.submit("text/csv", TABLE, "");
      String lines = api.submit("application/x-ndjson", LINE, "?identifier=email");
      String north = api.submit("text/csv", TABLE, "?realm=north");
      api.post("/imports/" + lines + "/cancel", "").require(200);
      assertThat(ids(api.get("/imports?state=cancelled"))).containsExactly(lines);
      assertThat(ids(api.get("/imports?state=pending"))).containsExactly(north, csv);
      assertThat(ids(api.get("/imports?format=csv"))).containsExactly(north, csv);
      assertThat(ids(api.get("/imports?realm=north"))).containsExactly(north);
      assertThat(ids(api.get("/imports?since=2999-01-01"))).isEmpty();
      assertThat(ids(api.get("/imports?since=2000-01-01T00:00:00Z"))).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aTokenOfARealmSeesNothingOfOthers(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      try (Session session = api.open()) {
        assertThat(session.catalogs().createRealm("north")).isTrue();
        assertThat(session.catalogs().createRealm("south")).isTrue();
      }
      String foreign = api.submit("text/csv", TABLE, "");
      String north = api.submit("text/csv", TABLE, "?realm=north");
      String south = api.submit("text/csv", TABLE, "?realm=south");
      String[] token = {"Authorization", "Bearer " + api.token(List.of("north"), Scope.values())};
      String[] two = {
        "Authorization", "Bearer " + api.token(List.of("north", "south"), Scope.values())
      };
      assertThat(ids(api.get("/imports", token))).containsExactly(north);
      assertThat(ids(api.get("/imports", two))).containsExactly(south, north);
      api.get("/imports?realm=default", token).requireProblem(403, "foreign-realm");
      for (String path : List.of("", "/records", "/rejects", "/events")) {
        api.get("/imports/" + foreign + path, token).requireProblem(404, "import-not-found");
      }
      api.post("/imports/" + foreign + "/cancel", "", token)
          .requireProblem(404, "import-not-found");
      api.delete("/imports/" + foreign, token).requireProblem(404, "import-not-found");
      api.get("/imports/" + north, token).require(200);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportIsCancelledOnce(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      String id = api.submit("text/csv", TABLE, "");
      assertThat(api.post("/imports/" + id + "/cancel", "").require(200).text("status"))
          .isEqualTo("cancelled");
      api.post("/imports/" + id + "/cancel", "").requireProblem(409, "import-finished");
      assertThat(actions(api, id))
          .containsExactly("import.cancelled", "import.stop_requested", "import.submitted");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aPausedImportWaitsUntilItIsResumed(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      String id = api.submit("text/csv", TABLE, "");
      String path = "/imports/" + id;
      assertThat(api.post(path + "/pause", "").require(200).text("status")).isEqualTo("paused");
      String other = api.submit("text/csv", TABLE, "?dry_run=true");
      api.startWorker();
      api.follow(other);
      assertThat(api.get(path).text("status")).isEqualTo("paused");
      assertThat(api.post(path + "/resume", "").require(200).text("status")).isEqualTo("pending");
      assertThat(api.follow(id)).contains("\"inserted\":1");
      api.post(path + "/resume", "").requireProblem(409, "import-not-paused");
      api.post(path + "/pause", "").requireProblem(409, "import-finished");
    }
  }

  private static List<String> actions(TestApi api, String id) throws Exception {
    try (Session session = api.open()) {
      return session.journal().page(JournalFilter.ALL.ofJob(id), Journal.LATEST, 10).stream()
          .peek(entry -> assertThat(entry.actor().wireName()).isEqualTo("token:tester"))
          .map(entry -> entry.action())
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportThatAProcessRunsIsAskedToStopAndNotDeleted(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind);
        Session session = api.open()) {
      String id = api.submit("text/csv", TABLE, "");
      Job job = session.jobs().find(id).orElseThrow();
      try (Closeable held = session.hold(job.number()).orElseThrow()) {
        assertThat(held).isNotNull();
        api.delete("/imports/" + id).requireProblem(409, "import-running");
        api.post("/imports/" + id + "/pause", "").require(202);
        api.post("/imports/" + id + "/cancel", "").require(202);
        api.post("/imports/" + id + "/pause", "").requireProblem(409, "import-stopping");
      }
      assertThat(session.jobs().stopRequested(job)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aDeletedImportIsGoneButItsUsersAreNot(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String id = api.importCsv("email key", "ada@example.com");
      assertThat(api.delete("/imports/" + id).require(204).body()).isEmpty();
      api.get("/imports/" + id).requireProblem(404, "import-not-found");
      api.delete("/imports/" + id).requireProblem(404, "import-not-found");
      api.get("/users/ada@example.com").require(200);
      assertThat(actions(api, id)).contains("import.deleted");
    }
  }

  @Test
  void secretsOfAMappingAreNotShown() throws Exception {
    try (TestApi api = TestApi.start(StoreKind.SQLITE, folder)) {
      String mapping =
          "{\"columns\":{\"Mail\":\"email key\",\"Hash\":\"password_hash\"},"
              + "\"constants\":{\"password_scheme\":\"hmac\",\"password_key\":\"hush-hush\"}}";
      String query = "?dry_run=true&mapping=" + URLEncoder.encode(mapping, UTF_8);
      String id = api.submit("text/csv", "Mail,Hash\na@example.com,x\n", query);
      assertThat(api.follow(id)).doesNotContain("hush");

      assertThat(api.get("/imports/" + id).body())
          .contains("\"password_key\":\"*****\"", "\"Mail\":\"email key\"")
          .doesNotContain("hush");
      assertThat(api.get("/imports").body()).doesNotContain("hush");
    }
  }
}
