package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.console.Browser.Page;
import dev.muster.app.job.JobFilter;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The directory is shown, to those who may see it. */
class DirectoryPagesTest {

  private static final String HOSTILE = "<script>alert('x')</script>\"&\u202eok";

  private static final List<String> PEOPLE =
      List.of(
          "{\"preferred_username\":\"ada\",\"email\":\"ada@example.com\",\"email_verified\":true,"
              + "\"name\":\"Ada Müller\",\"roles\":[\"editor\"],\"groups\":[\"staff\"],"
              + "\"custom_attributes\":{\"badge\":\"B-7\"},\"password\":{\"type\":\"bcrypt\","
              + "\"password_hash\":"
              + "\"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"},"
              + "\"mfa\":{\"totp\":{\"secret\":\"JBSWY3DPEHPK3PXP\"}}}",
          "{\"preferred_username\":\"bob\",\"name\":\"Ada Bobson\",\"disabled\":true}",
          "{\"preferred_username\":\"eve\",\"name\":\"" + HOSTILE.replace("\"", "\\\"") + "\"}");

  @TempDir private Path folder;

  private TestConsole start(StoreKind kind) throws Exception {
    TestConsole console = TestConsole.start(kind, folder);
    try (Session session = console.application.open()) {
      session.catalogs().createRealm("guests");
      session.catalogs().createRole(1, new Role("editor", "Editor <b>"));
      session.catalogs().createGroup(1, new Role("staff", "staff"));
      session.services().create("wiki <i>");
    }
    importLines(console, "default", PEOPLE);
    console.createAdmin("ann");
    console.createAdmin("gus", "guests");
    return console;
  }

  private void importLines(TestConsole console, String realm, List<String> lines) throws Exception {
    Path file = folder.resolve("people-" + realm + ".ndjson");
    Files.write(file, lines, StandardCharsets.UTF_8);
    Run run =
        Run.of(
            folder,
            "--db",
            console.database,
            "import",
            file.toString(),
            "--format",
            "authgear",
            "--identifier",
            "preferred_username",
            "--realm",
            realm);
    assertThat(run.status()).as(run.err() + run.out()).isZero();
  }

  private static List<String> users(Page page) {
    return Pattern.compile("<tr data-user=\"[^\"]*\">\\s*<th[^>]*><a[^>]*><bdi>([^<]*)</bdi>")
        .matcher(page.require(200).body())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String id(TestConsole console, String login) throws Exception {
    try (Session session = console.application.open()) {
      return session
          .users()
          .ids()
          .show(
              session
                  .users()
                  .page(UserFilter.ALL.withLogin(login), UserCursor.START, 1)
                  .users()
                  .get(0)
                  .id());
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersAreListedAndFound(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      Browser ann = console.signedIn("ann");
      assertThat(users(ann.get("/users/"))).containsExactly("ada", "bob", "eve");
      assertThat(users(ann.get("/users/?q=ada"))).containsExactly("ada", "bob");
      assertThat(users(ann.get("/users/?q=M%C3%9CLLER"))).containsExactly("ada");
      assertThat(users(ann.get("/users/?state=disabled"))).containsExactly("bob");
      assertThat(users(ann.get("/users/?role=editor"))).containsExactly("ada");
      assertThat(users(ann.get("/users/?group=staff"))).containsExactly("ada");
      assertThat(users(ann.get("/users/?realm=guests"))).isEmpty();
      assertThat(ann.get("/users/?q=zzz").body()).contains("Nobody was found.");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void pagesOfUsersFollowOneAnother(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      List<String> lines = new ArrayList<>();
      for (int i = 100; i < 230; i++) {
        lines.add("{\"preferred_username\":\"g" + i + "\",\"name\":\"" + "é".repeat(900) + "\"}");
      }
      importLines(console, "guests", lines);
      Browser gus = console.signedIn("gus");
      List<String> seen = new ArrayList<>();
      String path = "/users/?q=g1";
      int pages = 0;
      while (!path.isEmpty()) {
        Page page = gus.get(path);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
        seen.addAll(users(page));
        path = page.next();
        pages++;
      }
      assertThat(seen).hasSize(100).doesNotHaveDuplicates().isSorted();
      assertThat(pages).isBetween(2, 4);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aUserIsShownWithoutSecrets(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      Browser ann = console.signedIn("ann");
      String body = ann.get("/users/" + id(console, "ada") + "/").require(200).body();
      assertThat(body)
          .contains("ada@example.com")
          .contains("Ada Müller")
          .contains("B-7")
          .contains("bcrypt")
          .contains("totp")
          .contains("/users/?realm=default&amp;role=editor")
          .contains("/groups/members/?realm=default&amp;name=staff")
          .containsPattern("id=\"created-by\">\\s*<a href=\"/users/import/imp_")
          .doesNotContain("N9qo8uLO")
          .doesNotContain("JBSWY3DP");
      assertThat(ann.get("/users/" + id(console, "ada") + "/", "Accept-Language", "fr-CA").body())
          .contains("vérifié")
          .contains("Seconds facteurs");
      String job =
          Pattern.compile("/users/import/(imp_[^/\"]+)/")
              .matcher(body)
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      assertThat(ann.get("/users/import/" + job + "/").require(200).body())
          .contains("people-default.ndjson");
    }
  }

  @Test
  void hostileValuesAreShownAsText() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      Browser ann = console.signedIn("ann");
      for (String path :
          List.of(
              "/users/",
              "/users/" + id(console, "eve") + "/",
              "/users/?q=" + "%3Cscript%3Ealert(1)%3C/script%3E%22",
              "/roles/",
              "/services/",
              "/journal/?subject=%3Cscript%3Ealert(1)%3C/script%3E%22")) {
        assertThat(ann.get(path).require(200).body())
            .doesNotContain("<script>alert")
            .doesNotContain("<b>")
            .doesNotContain("<i>")
            .doesNotContain("\u202e");
      }
      assertThat(ann.get("/users/").body()).contains("&lt;script&gt;alert(");
      assertThat(ann.get("/users/?q=%22x").body()).contains("value=\"&#34;x\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anAdministratorOfSomeRealmsSeesNothingOfOthers(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      importLines(console, "guests", List.of("{\"preferred_username\":\"guest\"}"));
      Browser gus = console.signedIn("gus");
      assertThat(users(gus.get("/users/"))).containsExactly("guest");
      assertThat(gus.get("/realms/").body()).contains("guests").doesNotContain(">default<");
      assertThat(gus.get("/users/import/all/").body())
          .contains("people-guests")
          .doesNotContain("people-default");
      String job;
      try (Session session = console.application.open()) {
        job = session.jobs().page(JobFilter.ALL.ofRealm("default"), Long.MAX_VALUE, 1).get(0).id();
      }
      for (String path :
          List.of(
              "/users/" + id(console, "ada") + "/",
              "/users/import/" + job + "/",
              "/users/?realm=default",
              "/roles/?realm=default",
              "/groups/?realm=default",
              "/groups/members/?realm=default&name=staff",
              "/groups/members/?service=wiki&name=staff",
              "/services/",
              "/journal/",
              "/journal/export.csv")) {
        assertThat(gus.get(path).require(403).body())
            .contains("Not allowed")
            .doesNotContain("ada@");
      }
      gus.get("/users/import/imp_none/").require(404);
      gus.get("/users/x/").require(404);
      assertThat(gus.get("/users/").body())
          .doesNotContain("/journal/")
          .doesNotContain("/services/");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void catalogsAreListedWithMembers(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      Browser ann = console.signedIn("ann");
      assertThat(ann.get("/roles/").require(200).body()).contains("<bdi>editor</bdi>");
      assertThat(ann.get("/groups/").require(200).body())
          .contains("/groups/members/?realm=default&amp;name=staff");
      assertThat(users(ann.get("/groups/members/?realm=default&name=staff")))
          .containsExactly("ada");
      ann.get("/groups/members/?realm=default&name=none").require(404);
      assertThat(ann.get("/realms/").require(200).body()).contains("guests");
      assertThat(ann.get("/services/").require(200).body()).contains("wiki &lt;i&gt;");
    }
  }

  @Test
  void manyRolesComeInPages() throws Exception {
    try (TestConsole console = start(StoreKind.SQLITE)) {
      try (Session session = console.application.open()) {
        session.inTransaction(
            () -> {
              for (int i = 1000; i < 1450; i++) {
                session.catalogs().createRole(1, new Role("r" + i, "ü".repeat(250)));
              }
              return true;
            });
      }
      Browser ann = console.signedIn("ann");
      int roles = 0;
      for (String path = "/roles/"; !path.isEmpty(); ) {
        Page page = ann.get(path).require(200);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
        roles += page.body().split("<th scope=\"row\"", -1).length - 1;
        path = page.next();
      }
      assertThat(roles).isEqualTo(451);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theJournalIsFilteredAndExported(StoreKind kind) throws Exception {
    try (TestConsole console = start(kind)) {
      try (Session session = console.application.open()) {
        for (int i = 0; i < 120; i++) {
          session
              .journal()
              .add(
                  console.clock.instant(),
                  Actor.cli("eve", "laptop"),
                  JournalAction.ROLE_CREATED,
                  "=HYPERLINK(\"x\")" + i,
                  Optional.empty(),
                  Struct.of("name", Value.of("n" + i)));
        }
      }
      Browser ann = console.signedIn("ann");
      String query = "?actor=cli:eve@laptop&action=role.created";
      int rows = 0;
      for (String path = "/journal/" + query; !path.isEmpty(); ) {
        Page page = ann.get(path).require(200);
        rows += page.body().split("<tr><td class=\"time\">", -1).length - 1;
        path = page.next();
      }
      assertThat(rows).isEqualTo(120);
      assertThat(ann.get("/journal/?action=admin").body()).contains("admin.created");
      Page csv = ann.get("/journal/export.csv" + query).require(200);
      assertThat(csv.header("Content-Disposition")).contains("journal.csv");
      assertThat(csv.body().lines()).hasSize(121);
      assertThat(csv.body()).contains("\"'=HYPERLINK(\"\"x\"\")0\"");
      Page lines = ann.get("/journal/export.ndjson" + query).require(200);
      assertThat(lines.body().lines())
          .hasSize(120)
          .allMatch(line -> line.startsWith("{\"number\":"));
    }
  }
}
