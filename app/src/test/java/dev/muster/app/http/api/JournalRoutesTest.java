package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.auth.Scope;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal is listed. */
class JournalRoutesTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir private Path folder;

  private TestApi idle(StoreKind kind) throws Exception {
    return TestApi.startWithoutWorker(kind.emptyDirectory(folder, "muster"), folder);
  }

  private static void write(TestApi api) throws Exception {
    try (Session session = api.open()) {
      for (int i = 0; i < 5; i++) {
        session
            .journal()
            .add(
                NOON.plusSeconds(i),
                i < 2 ? Actor.cli("ann", "laptop") : Actor.SYSTEM,
                i == 4 ? JournalAction.IMPORT_DELETED : JournalAction.ROLE_CREATED,
                "s" + i,
                i == 4 ? Optional.of("imp_1") : Optional.empty(),
                Struct.of("name", Value.of("n" + i)));
      }
    }
  }

  private static List<String> subjects(TestApi.Answer page) {
    return ((Value.Array) page.require(200).document().get("entries"))
        .items().stream().map(entry -> ((Struct) entry).text("subject")).toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void entriesComeInPagesTheLatestFirst(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      write(api);
      List<String> listed = new ArrayList<>();
      String after = "";
      int pages = 0;
      while (!after.equals("null")) {
        TestApi.Answer page = api.get("/journal?limit=2" + after);
        listed.addAll(subjects(page));
        Value next = page.document().get("next");
        after = next instanceof Value.Num number ? "&after=" + number.literal() : "null";
        pages++;
      }
      assertThat(listed).containsExactly("s4", "s3", "s2", "s1", "s0");
      assertThat(pages).isEqualTo(3);
      assertThat(api.get("/journal?limit=1").body())
          .contains("\"at\":\"2026-01-31T12:00:04Z\",\"actor\":\"system:muster\"")
          .contains("\"action\":\"import.deleted\",\"subject\":\"s4\",\"import\":\"imp_1\"")
          .contains("\"detail\":{\"name\":\"n4\"}");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void eachFilterSelectsItsEntries(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      write(api);
      assertThat(subjects(api.get("/journal?actor=cli:ann@laptop"))).containsExactly("s1", "s0");
      assertThat(subjects(api.get("/journal?action=role.created"))).hasSize(4);
      assertThat(subjects(api.get("/journal?action=import"))).containsExactly("s4");
      assertThat(subjects(api.get("/journal?subject=s3"))).containsExactly("s3");
      assertThat(subjects(api.get("/journal?import=imp_1"))).containsExactly("s4");
      assertThat(
              subjects(api.get("/journal?since=2026-01-31T12:00:01Z&until=2026-01-31T12:00:03Z")))
          .containsExactly("s2", "s1");
      for (String query : List.of("actor=ann", "actor=x:y", "action=role.", "since=x", "limit=0")) {
        api.get("/journal?" + query).requireProblem(400, "invalid-parameter");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void itIsForTokensOfAllRealmsWithItsScope(StoreKind kind) throws Exception {
    try (TestApi api = idle(kind)) {
      api.get("/journal", "Authorization", "Bearer " + api.token(Scope.JOURNAL_READ)).require(200);
      api.get("/journal", "Authorization", "Bearer " + api.token(Scope.USERS_READ))
          .requireProblem(403, "missing-scope");
      String limited = api.token(List.of("default"), Scope.JOURNAL_READ);
      api.get("/journal", "Authorization", "Bearer " + limited)
          .requireProblem(403, "foreign-realm");
    }
  }
}
