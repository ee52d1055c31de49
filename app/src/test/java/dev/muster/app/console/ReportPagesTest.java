package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static dev.muster.app.console.ReportConsole.rows;
import static dev.muster.app.console.ReportConsole.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports are followed, read, executed and downloaded. */
class ReportPagesTest {

  private static final String TABLE =
      """
      email key,first_name,_role_name
      a@example.com,Anna,
      no address,Bob,
      c@example.com,Cy,Chef de service
      """;

  @TempDir private Path folder;

  /** A second click must not import the file a second time. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileIsNotExecutedTwiceAtOnce(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.idle(kind, folder)) {
      UploadWalk walk = new UploadWalk(muster.ann());
      String page = "/users/import/" + muster.upload("people.csv", TABLE).id() + "/";
      String report = walk.press(page, "execute", Map.of()).location();
      assertThat(walk.press(page, "execute", Map.of()).require(409).body())
          .contains("being imported already");
      muster.work();
      ended(muster.ann(), report);
      walk.press(page, "execute", Map.of()).require(303);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aSimulationIsReadAndExecutedOnce(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      ended(
          ann,
          muster.execute(muster.upload("first.csv", "email key,first_name\na@example.com,Ann\n")));
      UploadedFile file = muster.upload("people.csv", TABLE);
      String report = muster.simulate(file);
      Page simulation = ended(ann, report);
      assertThat(simulation.body())
          .contains(
              "<h1>Simulation</h1>",
              "data-state=\"completed\" data-total=\"3\" data-inserted=\"1\" data-updated=\"1\""
                  + " data-skipped=\"0\" data-failed=\"1\"",
              "2 rows have errors",
              "id=\"execute\"",
              report + "report.csv",
              report + "report.ndjson",
              report + "rejects")
          .containsPattern(
              "title=\"attributes.given_name\">First name</span> <del><bdi>Ann</bdi></del> →"
                  + " <ins><bdi>Anna</bdi>");
      assertThat(rows(simulation)).containsExactly("2 updated", "3 failed", "4 inserted");
      assertThat(rows(ann.get(report + "?outcome=failed"))).containsExactly("3 failed");
      assertThat(rows(ann.get(report + "?code=role-not-found"))).containsExactly("4 inserted");
      assertThat(rows(ann.get(report + "?q=ANNA"))).containsExactly("2 updated");
      assertThat(rows(ann.get(report + "?outcome=changed"))).containsExactly("2 updated");
      assertThat(rows(ann.get(report + "?outcome=unchanged"))).isEmpty();
      ann.get(report + "?outcome=lost").require(400);
      ann.get(report + "?after=x").require(400);

      String execution = send(ann, simulation, report + "execute", Map.of()).location();
      assertThat(ended(ann, execution).body())
          .contains("<h1>Execution</h1>", report)
          .containsPattern(
              "title=\"attributes.given_name\">First name</span> <del><bdi>Ann</bdi></del> →"
                  + " <ins><bdi>Anna</bdi>");
      assertThat(muster.users()).isEqualTo(2);
      String same =
          muster.simulate(muster.upload("first.csv", "email key,first_name\na@example.com,Anna\n"));
      ended(ann, same);
      assertThat(rows(ann.get(same + "?outcome=updated"))).containsExactly("2 updated");
      assertThat(rows(ann.get(same + "?outcome=unchanged"))).containsExactly("2 updated");
      assertThat(rows(ann.get(same + "?outcome=changed"))).isEmpty();

      Page again = send(ann, simulation, report + "execute", Map.of()).require(409);
      assertThat(again.body()).contains("ann", execution, "Nothing was executed.");
      assertThat(ann.get(report).body())
          .contains("id=\"outdated\"")
          .doesNotContain("id=\"execute\"");
      send(ann, simulation, execution + "execute", Map.of()).require(409);
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aStaleSimulationSaysWhyAndIsSimulatedAgain(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      UploadedFile file = muster.upload("people.csv", TABLE);
      String report = muster.simulate(file);
      Page page = ended(ann, report);
      ended(ann, muster.execute(muster.upload("other.csv", "email key\nz@example.com\n")));
      assertThat(ann.get(report).body())
          .contains("Users were imported since the simulation.")
          .doesNotContain("id=\"execute\"");
      assertThat(send(ann, page, report + "execute", Map.of()).require(409).body())
          .contains("Users were imported since the simulation.");
      assertThat(muster.users()).isEqualTo(1);

      String second = send(ann, page, report + "again", Map.of()).location();
      assertThat(ended(ann, second).body()).contains("id=\"execute\"");
      Struct mapping = Struct.of("columns", Struct.of("first_name", Value.of("last_name")));
      try (Session session = muster.console.application.open()) {
        session
            .uploads()
            .change(
                file.with(
                    file.reading(),
                    file.options().withFormatOptions(Struct.of("mapping", mapping))));
      }
      assertThat(ann.get(second).body()).contains("The file is read in another way");
      send(ann, page, second + "execute", Map.of()).require(409);
      assertThat(ann.get(second + "?lang=fr").body())
          .contains("Le fichier est lu autrement", "Simuler à nouveau");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void ofTwoWhoExecuteAtOnceOneDoes(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      muster.console.createAdmin("bob");
      Browser ann = muster.ann();
      Browser bob = muster.console.signedIn("bob");
      String report = muster.simulate(muster.upload("people.csv", TABLE));
      Page first = ended(ann, report);
      Page second = bob.get(report);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Page> answers = new ArrayList<>();
      try {
        List<Callable<Page>> both =
            List.of(
                () -> send(ann, first, report + "execute", Map.of()),
                () -> send(bob, second, report + "execute", Map.of()));
        for (Future<Page> answer : threads.invokeAll(both)) {
          answers.add(answer.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(answers).extracting(Page::status).containsExactlyInAnyOrder(303, 409);
      boolean annWon = answers.get(0).status() == 303;
      Page won = answers.get(annWon ? 0 : 1);
      Page lost = answers.get(annWon ? 1 : 0);
      assertThat(lost.body()).contains(won.location(), annWon ? "ann" : "bob");
      ended(ann, won.location());
      assertThat(muster.users()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aReportIsPausedResumedAndCancelled(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.idle(kind, folder)) {
      Browser ann = muster.ann();
      String report = muster.simulate(muster.upload("people.csv", TABLE));
      Page page = ann.get(report).require(200);
      assertThat(page.body()).contains("data-state=\"pending\"", "data-total=\"3\"", "<noscript>");
      assertThat(send(ann, page, report + "pause", Map.of()).location()).isEqualTo(report);
      assertThat(ann.get(report).body()).contains("data-state=\"paused\"");
      send(ann, page, report + "resume", Map.of()).require(303);
      assertThat(ann.get(report).body()).contains("data-state=\"pending\"");
      send(ann, page, report + "resume", Map.of()).require(409);
      send(ann, page, report + "cancel", Map.of()).require(303);
      assertThat(ended(ann, report).body()).contains("data-state=\"cancelled\"");
      send(ann, page, report + "pause", Map.of()).require(409);
      send(ann, page, report + "execute", Map.of()).require(409);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void missingRolesAreMade(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.start(kind, folder)) {
      Browser ann = muster.ann();
      String report = muster.simulate(muster.upload("people.csv", TABLE));
      Page page = ended(ann, report);
      assertThat(page.body())
          .contains("The following roles were missing:", "<bdi>Chef de service</bdi>");
      send(ann, page, report + "roles", Map.of()).require(303);
      assertThat(ann.get(report).body()).contains("The directory has changed");
      String again = send(ann, page, report + "again", Map.of()).location();
      assertThat(ended(ann, again).body()).doesNotContain("id=\"missing-roles\"");
    }
  }

  @Test
  void aFileThatCannotBeImportedSaysWhy() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      String report = muster.simulate(muster.upload("people.csv", "first_name\nAnn\n"));
      assertThat(ended(ann, report).body())
          .contains("data-state=\"failed\"", "data-trouble", "There are no rows.")
          .doesNotContain("id=\"execute\"", "--", "muster.yml");
    }
  }

  @Test
  void onlyReadersOfTheRealmSeeAReport() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      try (Session session = muster.console.application.open()) {
        session.catalogs().createRealm("guests");
      }
      muster.console.createAdmin("gus", "guests");
      Browser ann = muster.ann();
      Browser gus = muster.console.signedIn("gus");
      UploadedFile file = muster.upload("people.csv", TABLE);
      String report = muster.simulate(file);
      Page page = ended(ann, report);
      for (String part :
          List.of("", "events", "report.csv", "report.ndjson", "rejects", "?mend=1")) {
        gus.get(report + part).require(403);
        muster.console.browser().get(report + part).require(303);
      }
      for (String form :
          List.of("pause", "resume", "cancel", "execute", "again", "roles", "mend")) {
        send(gus, gus.get("/users/"), report + form, Map.of()).require(403);
        ann.post(report + form, Map.of()).require(403);
      }
      UploadedFile other = muster.upload("other.csv", TABLE);
      String foreign = report.replace(file.id(), other.id());
      ann.get(foreign).require(404);
      send(ann, page, foreign + "execute", Map.of()).require(404);
      ann.get("/users/import/nothing/imp_nothing/").require(404);
      assertThat(muster.users()).isZero();
    }
  }

  @Test
  void downloadsAreFilesWithoutFormulas() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      String formula = "=HYPERLINK(\"\"http://x\"\")";
      String report =
          muster.simulate(
              muster.upload(
                  "people.csv",
                  "email key,first_name\n"
                      + ("a@example.com,\"" + formula + "\"\n")
                      + ("nobody,\"" + formula + "\"\n")));
      ended(ann, report);
      for (String name : List.of("report.csv", "report.ndjson", "rejects")) {
        Page file = ann.get(report + name).require(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        if (!name.endsWith("ndjson")) {
          assertThat(file.body()).contains("'=HYPERLINK").doesNotContain(",\"=HYPER", ",=HYPER");
        }
      }
      assertThat(ann.get(report + "report.csv").body().lines()).hasSize(3);
      assertThat(ann.get(report + "report.ndjson").body().lines())
          .hasSize(2)
          .allMatch(line -> line.contains("\"outcome\":"));
      assertThat(ann.get(report + "rejects").body().lines()).hasSize(2);
    }
  }

  @Test
  void rejectsHaveTheFormOfTheFileWithoutReadingMoreThanItsBeginning() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      StringBuilder table = new StringBuilder("email key;first_name;@reject-reason\r\n");
      for (int i = 0; i < 200; i++) {
        table.append(i == 150 ? "n\u00f8body" : "a" + i + "@example.com").append(";Ann;old\r\n");
      }
      UploadedFile file =
          muster.upload(
              "people.csv",
              table.toString().getBytes(StandardCharsets.ISO_8859_1),
              "auto",
              ReportConsole.PLAIN);
      Browser ann = muster.ann();
      String report = muster.simulate(file);
      ended(ann, report);
      String rejects = ann.get(report + "rejects").require(200).body();
      assertThat(rejects)
          .isEqualTo(
              String.join(
                  "\r\n",
                  "\ufeff@reject-reason;email key;first_name",
                  "data-error, column 1 (email): Enter a valid email address.;nøbody;Ann",
                  ""));
      try (Session session = muster.console.application.open()) {
        Path stored = session.uploads().path(file).orElseThrow();
        Files.write(stored, Arrays.copyOf(Files.readAllBytes(stored), 100));
      }
      assertThat(ann.get(report + "rejects").require(200).body()).isEqualTo(rejects);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aStreamOfEventsEndsWithTheSession(StoreKind kind) throws Exception {
    try (ReportConsole muster = ReportConsole.idle(kind, folder)) {
      Browser ann = muster.ann();
      String report = muster.simulate(muster.upload("people.csv", TABLE));
      Page page = ann.get(report);
      try (InputStream events = ann.open(report + "events")) {
        assertThat(events.read()).isPositive();
        send(ann, page, "/sign-out", Map.of()).require(303);
        String rest = new String(events.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rest).doesNotContain("event: finished");
      }
    }
  }

  @Test
  void aStreamOfEventsEndsWhenItsReaderLosesTheRealm() throws Exception {
    try (ReportConsole muster = ReportConsole.idle(StoreKind.SQLITE, folder)) {
      try (Session session = muster.console.application.open()) {
        session.catalogs().createRealm("guests");
      }
      muster.console.createAdmin("gus", "default", "guests");
      Browser gus = muster.console.signedIn("gus");
      String report = muster.simulate(muster.upload("people.csv", TABLE));
      try (InputStream events = gus.open(report + "events")) {
        assertThat(events.read()).isPositive();
        try (Connection connection =
                DriverManager.getConnection("jdbc:" + muster.console.database);
            Statement statement = connection.createStatement()) {
          int removed =
              statement.executeUpdate(
                  "DELETE FROM admin_realms WHERE realm ="
                      + " (SELECT number FROM realms WHERE name = 'default')");
          assertThat(removed).isEqualTo(1);
        }
        String rest = new String(events.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rest).doesNotContain("event: finished");
      }
      gus.get("/users/?realm=guests").require(200);
    }
  }

  @Test
  void aListOfReportsIsKeptCurrentOnItsOwnPage() throws Exception {
    try (ReportConsole muster = ReportConsole.idle(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      UploadedFile file = muster.upload("people.csv", TABLE);
      muster.simulate(file);
      String latest = muster.simulate(file);
      String id = latest.replaceFirst(".*/(imp_[a-z0-9]+)/$", "$1");
      String path = "/users/import/" + file.id() + "/";
      String part = path + "reports?after=" + id;
      assertThat(ann.get(path).body()).contains("hx-get=\"" + path + "reports\"");
      assertThat(ann.get(path + "?after=" + id).body()).contains("hx-get=\"" + part + "\"");
      assertThat(ann.get(part).body())
          .contains("hx-get=\"" + part + "\"")
          .doesNotContain("data-report=\"" + id + "\"");
    }
  }
}
