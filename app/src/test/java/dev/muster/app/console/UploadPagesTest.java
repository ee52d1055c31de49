package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.http.SilentWork;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.Uploads;
import dev.muster.app.worker.Worker;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are uploaded, looked at, simulated, executed and deleted. */
class UploadPagesTest {

  static final String TABLE =
      "email key,first_name\nada@example.com,Ada\nno address,Bob\ncy@example.com,Cy\n";

  @TempDir private Path folder;

  /** With an administrator of all realms, and one of a realm. */
  static TestConsole withAdmins(TestConsole console) throws Exception {
    try (Session session = console.application.open()) {
      session.catalogs().createRealm("guests");
    }
    console.createAdmin("ann");
    console.createAdmin("gus", "guests");
    return console;
  }

  private TestConsole start(StoreKind kind) throws Exception {
    return withAdmins(TestConsole.start(kind, folder));
  }

  /** How many files are kept. */
  static long files(TestConsole console) throws Exception {
    try (Session session = console.application.open()) {
      return session.uploads().page(Optional.empty(), Uploads.LATEST, 99).size();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileIsLookedAtSimulatedExecutedAndDeleted(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind);
        Worker worker = console.application.worker("here", new SilentWork())) {
      worker.start(1);
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", TABLE);
      assertThat(page).matches("/users/import/upl_[0-9a-z]{12}/");
      assertThat(ann.get("/users/import/").require(200).body())
          .containsPattern("href=\"" + page + "\"><bdi>people.csv</bdi>")
          .contains("<td class=\"number\">4</td>")
          .contains("no report yet");

      String body = ann.get(page).require(200).body();
      assertThat(body)
          .contains("id=\"simulate\"", "id=\"execute\"", "id=\"delete\"", "id=\"reports\"")
          .contains("UTF-8")
          .contains("title=\"The column matches rows with existing users.")
          .containsPattern("<td class=\"cell-bad\" title=\"[^\"]+\"><bdi>no address</bdi>")
          .containsPattern("<b>Error:</b> <span>[^<]*address");
      Page bytes = ann.get(page + "download/people.csv").require(200);
      assertThat(bytes.body()).isEqualTo(TABLE);
      assertThat(bytes.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
      assertThat(bytes.header("Content-Disposition"))
          .isEqualTo("attachment; filename*=UTF-8''people.csv");
      assertThat(bytes.header("X-Content-Type-Options")).isEqualTo("nosniff");

      String simulation = walk.reported(page, "simulate");
      assertThat(users(console)).isZero();
      String execution = walk.reported(page, "execute");
      assertThat(users(console)).isEqualTo(2);
      body = ann.get(page).body();
      assertThat(body.indexOf(execution)).isLessThan(body.indexOf(simulation)).isPositive();
      assertThat(body).contains("2 created, 0 updated, 1 failed").contains(">Execution<");
      assertThat(ann.get("/users/import/").body()).contains("data-state=\"completed\"");
      assertThat(ann.get("/users/import/" + execution + "/").location())
          .isEqualTo(page + execution + "/");

      walk.press(page, "reports/" + execution + "/delete", Map.of()).require(409);
      assertThat(walk.press(page, "reports/" + simulation + "/delete", Map.of()).location())
          .isEqualTo(page);
      assertThat(ann.get(page).body()).doesNotContain(simulation).contains(execution);
      assertThat(walk.press(page, "delete", Map.of()).location()).isEqualTo("/users/import/");
      ann.get(page).require(404);
      assertThat(files(console)).isZero();
      assertThat(users(console)).isEqualTo(2);
    }
  }

  private static long users(TestConsole console) throws Exception {
    try (Session session = console.application.open()) {
      return session.users().count(Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void columnsAreMappedAndTheMappingIsFoundAgain(StoreKind kind) throws Exception {
    String table = "Courriel,Prénom,Remarque\nada@example.com,Ada,x\n";
    try (TestConsole console = start(kind);
        Worker worker = console.application.worker("here", new SilentWork())) {
      worker.start(1);
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", table);
      assertThat(ann.get(page).body())
          .contains("data-code=\"unknown-or-missing-attribute\"")
          .contains("<option value=\"suggest\">as proposed: email</option>")
          .contains("<span class=\"mark\">sure</span>");
      walk.press(page, "mapping/suggested", Map.of()).require(303);
      assertThat(ann.get(page).body())
          .doesNotContain("data-code=\"unknown-or-missing-attribute\"")
          .contains("→ email");
      walk.press(
              page,
              "mapping",
              Map.of(
                  "target.0",
                  "as:email",
                  "flags.0",
                  "key",
                  "target.1",
                  "as:last_name",
                  "flags.1",
                  "verified",
                  "target.2",
                  "-",
                  "encoding",
                  "detected"))
          .require(303);
      assertThat(ann.get(page).body())
          .contains("→ email</span>", "→ last_name</span>")
          .contains("name=\"flags.0\" value=\"key\"", "name=\"flags.1\" value=\"verified\"")
          .contains("<option value=\"-\" selected>");
      walk.press(page, "mapping", Map.of("target.0", "as:email", "flags.0", "", "header_row", "0"))
          .require(422);
      walk.press(page, "mapping/save", Map.of("name", "")).require(422);
      walk.press(page, "mapping/save", Map.of("name", "monthly <b>")).require(303);
      walk.reported(page, "execute");
      assertThat(users(console)).isEqualTo(1);

      String next = walk.kept("next.csv", table.replace("ada", "bob"));
      assertThat(ann.get(next).body())
          .contains("id=\"used-mapping\"")
          .contains("“monthly &lt;b&gt;”")
          .contains("→ last_name</span>");
      walk.press(next, "mapping/none", Map.of()).require(303);
      assertThat(ann.get(next).body()).doesNotContain("id=\"used-mapping\"");
      walk.press(next, "mapping/use", Map.of("saved", "monthly <b>")).require(303);
      assertThat(ann.get(next).body()).contains("id=\"used-mapping\"");
      walk.press(next, "mapping/use", Map.of("saved", "none")).require(400);
    }
  }

  @Test
  void wordsGetAMeaningAndTheHeaderMayBeInAnotherRow() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", "Our people\nemail,@disabled\nada@example.com,gone\n");
      walk.press(page, "mapping", Map.of("header_row", "2", "encoding", "utf-8")).require(303);
      assertThat(ann.get(page).body())
          .contains("name=\"word.1.0\" value=\"gone\"")
          .contains("<option value=\"true\">")
          .containsPattern("class=\"cell-bad\" title=\"[^\"]+\"><bdi>gone");
      walk.press(
              page,
              "mapping",
              Map.of(
                  "header_row", "2", "target.1", "same", "word.1.0", "gone", "meaning.1.0", "true"))
          .require(303);
      assertThat(ann.get(page).body())
          .contains("value=\"true\" placeholder")
          .doesNotContainPattern("class=\"cell-bad\" title=\"[^\"]+\"><bdi>gone");
    }
  }

  @Test
  void hostileNamesAndCellsAreShownAsText() throws Exception {
    String evil = "<script>alert(1)</script>\u202e'&";
    String long10000 = "x".repeat(10_000);
    String wide =
        IntStream.range(0, 300)
            .mapToObj(i -> "c" + i + "<b>")
            .reduce("email key", (a, b) -> a + "," + b);
    String cells =
        IntStream.range(0, 300)
            .mapToObj(i -> "<i>" + "\u6f22".repeat(200))
            .reduce("a@example.com", (a, b) -> a + "," + b);
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page =
          walk.kept(
              evil + ".csv",
              "email key,first_name,\""
                  + evil
                  + "\"\n\""
                  + evil
                  + "\","
                  + long10000
                  + ",\""
                  + evil
                  + "\"\n");
      String many = walk.kept("wide.csv", wide + "\n" + (cells + "\n").repeat(60));
      for (String path : new String[] {"/users/import/", page, many, many + "?columns=30"}) {
        String body = ann.get(path).require(200).body();
        assertThat(body)
            .doesNotContain("<script>alert")
            .doesNotContain("<i>")
            .doesNotContain("c1<b>")
            .doesNotContain("\u202e")
            .doesNotContain("x".repeat(500));
        assertThat(body.getBytes(UTF_8)).as(path).hasSizeLessThan(200_000);
      }
      assertThat(ann.get(page).body()).contains("&lt;script");
      String href =
          Pattern.compile("href=\"(" + page + "download/[^\"]+)\"")
              .matcher(ann.get(page).body())
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      assertThat(ann.get(href).require(200).header("Content-Disposition"))
          .doesNotContain("<")
          .doesNotContain("\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void pagesOfFilesFollowOneAnother(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      for (int i = 0; i < 55; i++) {
        walk.kept("f" + i + ".csv", TABLE);
      }
      Page first = ann.get("/users/import/");
      assertThat(first.body()).contains("f54.csv").doesNotContain("f4.csv");
      assertThat(ann.get(first.next()).body()).contains("f4.csv").doesNotContain("f54.csv");
    }
  }

  @Test
  void theHelpIsInBothLanguages() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser ann = console.signedIn("ann");
      Page template = ann.get("/users/import/users.csv").require(200);
      assertThat(template.body()).startsWith("username key,email,first_name,last_name");
      assertThat(template.header("Content-Disposition")).contains("users.csv");
      assertThat(ann.get("/users/import/?lang=en").body())
          .contains(">Label<", ">Identifier<", ">Flag<", ">Meaning<", ">Default value<")
          .contains(">Filename<", ">Creation date<", ">By<", ">Rows<", ">State<")
          .contains("<code>password_hash</code>", "<code>_source_id</code>")
          .contains("family_reference unique")
          .contains("no- turns it off");
      assertThat(ann.get("/users/import/?lang=fr").body())
          .contains("Identifiant externe")
          .contains("<html lang=\"fr\">");
      String page = new UploadWalk(ann).kept("people.csv", TABLE);
      assertThat(ann.get(page).body()).contains("Simuler").contains("<b>Erreur :</b>");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void columnsOfTheSameNameAreMappedApart(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind);
        Worker worker = console.application.worker("here", new SilentWork())) {
      worker.start(1);
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", "email key,Name,Name\nada@example.com,Ada,King\n");
      walk.press(
              page,
              "mapping",
              Map.of("target.1", "as:first_name", "target.2", "as:last_name", "target.0", "same"))
          .require(303);
      assertThat(ann.get(page).body())
          .contains("→ first_name</span>", "→ last_name</span>")
          .contains("<option value=\"as:last_name\" selected>");
      walk.reported(page, "execute");
      try (Session session = console.application.open()) {
        User ada =
            session
                .users()
                .find(session.catalogs().realmNumber("default").orElseThrow(), "ada@example.com")
                .get(0);
        assertThat(ada.account().attributes().text("given_name")).isEqualTo("Ada");
        assertThat(ada.account().attributes().text("family_name")).isEqualTo("King");
      }
      walk.press(page, "mapping", Map.of("target.1", "-", "target.2", "same")).require(303);
      assertThat(ann.get(page).body())
          .contains("<option value=\"-\" selected>")
          .doesNotContain("<option value=\"as:last_name\" selected>");
    }
  }

  /** What the importer advises for the command line helps nobody on a page. */
  @Test
  void problemsAreToldInTheConsolesOwnWords() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", "Courriel,Pointure\nada@example.com,38\n");
      assertThat(ann.get(page + "?lang=en").body())
          .contains("Choose what it becomes, or ignore it.")
          .doesNotContainPattern("--[a-z]|muster\\.yml");
      assertThat(ann.get(page + "?lang=fr").body())
          .contains("Choisissez ce qu’elle devient, ou ignorez-la.")
          .doesNotContainPattern("--[a-z]|muster\\.yml|<span lang=\"en\">");
      String refused =
          walk.upload(
                  "people.csv",
                  "[{\"email\":\"a@example.com\"}".getBytes(UTF_8),
                  Map.of("realm", "default"))
              .require(422)
              .body();
      assertThat(refused).contains("Fichier").doesNotContainPattern("--[a-z]|muster\\.yml");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anAttributeIsDeclaredAndKeptWithTheMapping(StoreKind kind) throws Exception {
    String table = "email key,Shoes\nada@example.com,38\nbob@example.com,big\n";
    try (TestConsole console = start(kind);
        Worker worker = console.application.worker("here", new SilentWork())) {
      worker.start(1);
      Browser ann = console.signedIn("ann");
      UploadWalk walk = new UploadWalk(ann);
      String page = walk.kept("people.csv", table);
      Map<String, String> declared =
          Map.of("name", "shoe_size", "label", "Shoe <size>", "kind", "integer");
      walk.press(page, "mapping/attribute", declared).require(303);
      walk.press(page, "mapping/attribute", declared).require(422);
      walk.press(page, "mapping/attribute", Map.of("name", "email", "kind", "string")).require(422);
      walk.press(page, "mapping/attribute", Map.of("name", "a b", "kind", "string")).require(422);
      walk.press(page, "mapping/attribute", Map.of("name", "a", "kind", "enum")).require(422);
      assertThat(ann.get(page).body())
          .contains("<option value=\"as:shoe_size\"", "Shoe &lt;size&gt; (shoe_size)");
      walk.press(page, "mapping", Map.of("target.1", "as:shoe_size")).require(303);
      assertThat(ann.get(page).body()).contains("→ shoe_size</span>", "cell-bad");
      walk.press(page, "mapping/save", Map.of("name", "shoes")).require(303);
      walk.reported(page, "execute");
      try (Session session = console.application.open()) {
        User ada =
            session
                .users()
                .find(session.catalogs().realmNumber("default").orElseThrow(), "ada@example.com")
                .get(0);
        assertThat(ada.account().customAttributes().get("shoe_size")).isEqualTo(Value.of(38));
      }
      assertThat(users(console)).isEqualTo(1);
      assertThat(ann.get(walk.kept("next.csv", table)).body()).contains("→ shoe_size</span>");
    }
  }

  /** Attributes are the whole directory's. */
  @Test
  void administratorsOfARealmDeclareNoAttributes() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser gus = console.signedIn("gus");
      UploadWalk walk = new UploadWalk(gus);
      String page =
          walk.upload("people.csv", "email key\n".getBytes(UTF_8), Map.of("realm", "guests"))
              .location();
      assertThat(gus.get(page).require(200).body()).doesNotContain("new-attribute");
      walk.press(page, "mapping/attribute", Map.of("name", "shoe_size", "kind", "integer"))
          .require(403);
    }
  }
}
