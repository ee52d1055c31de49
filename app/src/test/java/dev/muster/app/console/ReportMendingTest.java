package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static dev.muster.app.console.ReportConsole.rows;
import static dev.muster.app.console.ReportConsole.send;
import static dev.muster.app.format.xlsx.WorkbookFile.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.format.xlsx.WorkbookFile;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.user.Realm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failed rows are mended on the page of their report. */
class ReportMendingTest {

  private static final String HASH = "$2b$04$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRowOfATableIsRunAgainAndKeepsItsSecret(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      String report =
          muster.execute(
              muster.upload(
                  "people.csv",
                  "email key,first_name,password_hash\nok@example.com,O,"
                      + HASH
                      + "\nnobody,Ann,"
                      + HASH
                      + "\n"));
      Page page = ended(ann, report);
      assertThat(page.body())
          .containsOnlyOnce("<form class=\"mend\"")
          .contains(
              "name=\"email\" value=\"nobody\"",
              "name=\"first_name\" value=\"Ann\"",
              "name=\"password_hash\" value=\"\"")
          .doesNotContain("REDACTED", "abcdefgh");
      String mended =
          send(
                  ann,
                  page,
                  report + "mend/1",
                  Map.of(
                      "email", "ann@example.com",
                      "first_name", "Ann",
                      "password_hash", "",
                      "_kept", "password_hash"))
              .location();
      Page result = ended(ann, mended);
      assertThat(rows(result)).containsExactly("3 inserted");
      assertThat(result.body()).contains("<h1>Execution of mended rows</h1>", "data-total=\"1\"");
      try (Session session = muster.console.application.open()) {
        int realm = session.catalogs().realmNumber(Realm.DEFAULT).orElseThrow();
        assertThat(session.users().find(realm, "ann@example.com").get(0).account().password())
            .isNotNull()
            .satisfies(password -> assertThat(password.encoded()).isEqualTo(HASH));
      }
      send(ann, page, report + "mend/0", Map.of("email", "x@example.com")).require(409);
      send(ann, page, report + "mend/9", Map.of("email", "x@example.com")).require(404);
      send(ann, page, report + "mend/x", Map.of()).require(404);
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @Test
  void aRowOfAWorkbookIsRunAgain() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      Path book =
          new WorkbookFile()
              .sheet("People", row(1, "email key", "first_name") + row(2, "nobody", "Ann"))
              .write(folder.resolve("people.xlsx"));
      String report =
          muster.execute(
              muster.upload("people.xlsx", Files.readAllBytes(book), "auto", ReportConsole.PLAIN));
      Page page = ended(ann, report);
      assertThat(rows(page)).containsExactly("2 failed");
      String mended =
          send(ann, page, report + "mend/0", Map.of("email", "ann@example.com", "first_name", "A"))
              .location();
      assertThat(rows(ended(ann, mended))).containsExactly("2 inserted");
    }
  }

  @Test
  void aRecordOfADocumentIsRunAgain() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      String report =
          muster.execute(
              muster.upload(
                  "users.json",
                  "[{\"email\":\"a@example.com\"},{\"email\":\"no\",\"email_verified\":true}]"
                      .getBytes(StandardCharsets.UTF_8),
                  "auth0",
                  ReportConsole.PLAIN));
      Page page = ended(ann, report);
      assertThat(page.body()).contains("name=\"email\" value=\"no\"");
      String mended =
          send(
                  ann,
                  page,
                  report + "mend/1",
                  Map.of("email", "b@example.com", "email_verified", "false"))
              .location();
      assertThat(rows(ended(ann, mended))).hasSize(1).allMatch(row -> row.endsWith("inserted"));
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void manyRowsAreMendedInAGrid(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      String report =
          muster.simulate(
              muster.upload(
                  "people.csv",
                  """
                  email key,first_name
                  a at example.com,A
                  b@example.com,B
                  c at example.com,C
                  """));
      ended(ann, report);
      Page grid = ann.get(report + "?mend=1").require(200);
      assertThat(grid.body())
          .contains("name=\"r0:email\" value=\"a at example.com\"", "name=\"r2:email\"")
          .doesNotContain("name=\"r1:email\"");
      Map<String, String> before =
          Map.of(
              "r0:email", "a at example.com",
              "r0:first_name", "A",
              "r2:email", "c at example.com",
              "r2:first_name", "C");
      assertThat(send(ann, grid, report + "mend", before).require(200).body())
          .contains("No cell was edited");

      Map<String, String> replacing = new HashMap<>(before);
      replacing.putAll(Map.of("_column", "email", "_find", " at ", "_replace", "@"));
      Page replaced = send(ann, grid, report + "replace", replacing).require(200);
      assertThat(replaced.body())
          .contains(
              "name=\"r0:email\" value=\"a@example.com\"",
              "name=\"r2:email\" value=\"c@example.com\"",
              "looks right")
          .doesNotContain("has problems");

      Map<String, String> edited = new HashMap<>(before);
      edited.put("r0:email", "a@example.com");
      edited.put("r2:email", "still wrong");
      Map<String, String> fields = new HashMap<>(edited);
      fields.put("_csrf", grid.formToken());
      Page checked = ann.post(report + "check", fields, "HX-Request", "true").require(200);
      assertThat(checked.body())
          .contains("id=\"v0\" hx-swap-oob=\"true\"", "looks right", "has problems")
          .containsPattern(
              "id=\"n2-0\" hx-swap-oob=\"true\">\\s*<span class=\"cell-note cell-note-bad")
          .doesNotContain("<html");
      assertThat(muster.users()).isZero();

      String mended = send(ann, grid, report + "mend", edited).location();
      assertThat(rows(ended(ann, mended))).containsExactly("2 inserted", "4 failed");
      assertThat(ann.get(mended + "?lang=fr").body()).contains("Simulation de lignes corrigées");
    }
  }

  @Test
  void hostileAndLongCellsAreShownSafely() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      String hostile = "<script>alert('x')</script>\u202eok";
      StringBuilder table = new StringBuilder("email key,first_name,last_name\n");
      for (int i = 0; i < 60; i++) {
        table.append("bad").append(i).append(",\"").append(hostile).append("\",\"");
        table.append("é\"\"<".repeat(2500)).append("\"\n");
      }
      String report = muster.execute(muster.upload("<b>people.csv", table.toString()));
      Page page = ended(ann, report);
      for (Page each :
          new Page[] {page, ann.get(report + "?mend=1"), ann.get(report + "?lang=fr")}) {
        assertThat(each.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
        assertThat(each.body()).doesNotContain("<script>alert", "<b>people");
      }
      assertThat(page.next()).isNotEmpty();
      String mended =
          send(
                  ann,
                  page,
                  report + "mend/0",
                  Map.of("email", "a@example.com", "last_name", "", "_kept", "last_name"))
              .location();
      assertThat(ended(ann, mended).body()).contains("data-total=\"1\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRowThatWasRunAgainLeadsToItsReport(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      String report = muster.execute(muster.upload("people.csv", "email key\nnobody\nsomebody\n"));
      Page page = ended(ann, report);
      Map<String, String> edit = Map.of("email", "ann@example.com");
      String mended = send(ann, page, report + "mend/0", edit).location();
      ended(ann, mended);
      assertThat(ann.get(report).body())
          .contains("href=\"" + mended + "\">Run again:</a> <span class=\"mark\">created</span>")
          .containsOnlyOnce("<form class=\"mend\"")
          .doesNotContain("mend/0\"");
      assertThat(ann.get(report + "?mend=1").body())
          .contains("r1:email")
          .doesNotContain("r0:email");
      Page refused = send(ann, page, report + "mend/0", edit).require(409);
      assertThat(refused.body())
          .contains("These rows were not run again", "href=\"" + mended + "\"");
      Map<String, String> both = Map.of("r0:email", "x@example.com", "r1:email", "y@example.com");
      send(ann, page, report + "mend", both).require(409);
      assertThat(muster.users()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void rowsMendedInASimulationAreExecutedAlone(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      String simulation =
          muster.simulate(muster.upload("people.csv", "email key\nok@example.com\nnobody\n"));
      Page page = ended(ann, simulation);
      String mended =
          send(ann, page, simulation + "mend/1", Map.of("email", "ann@example.com")).location();
      Page shown = ended(ann, mended);
      assertThat(shown.body()).contains("<form id=\"execute\"");
      assertThat(muster.users()).isZero();

      String execution = send(ann, shown, mended + "execute", Map.of()).location();
      assertThat(rows(ended(ann, execution))).containsExactly("3 inserted");
      assertThat(ann.get(execution).body()).contains("<h1>Execution of mended rows</h1>");
      assertThat(muster.users()).isEqualTo(1);
      send(ann, shown, mended + "execute", Map.of()).require(409);
      assertThat(ann.get(mended).body()).contains("href=\"" + execution + "\"");
      send(ann, page, simulation + "execute", Map.of()).require(409);
      assertThat(muster.users()).isEqualTo(1);
    }
  }
}
