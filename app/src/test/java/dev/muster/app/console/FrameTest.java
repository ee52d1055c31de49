package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all pages have: headers, assets, languages, pages about problems. */
class FrameTest {

  private static final List<String> PAGES =
      List.of(
          "/users/import/",
          "/users/",
          "/roles/",
          "/groups/",
          "/realms/",
          "/services/",
          "/journal/");

  @TempDir private Path folder;

  private TestConsole start() throws Exception {
    TestConsole console = TestConsole.start(StoreKind.SQLITE, folder);
    console.createAdmin("ann");
    return console;
  }

  @Test
  void everyPageNeedsAReader() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      for (String path : PAGES) {
        assertThat(console.browser().get(path).location()).isEqualTo("/sign-in");
        Page page = ann.get(path).require(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).contains("aria-current=\"page\"").contains("<main id=\"main\"");
        assertThat(ann.get(path, "Accept-Language", "fr").require(200).body())
            .contains("<html lang=\"fr\">")
            .contains("Se déconnecter");
      }
      for (String path : List.of("/users/import/x/", "/users/x/", "/journal/export.csv")) {
        assertThat(console.browser().get(path).location()).isEqualTo("/sign-in");
      }
    }
  }

  @Test
  void aPartOfAPageSendsTheBrowserToTheSignInPage() throws Exception {
    try (TestConsole console = start()) {
      Page part = console.browser().get("/users/", "HX-Request", "true").require(401);
      assertThat(part.header("HX-Redirect")).isEqualTo("/sign-in");
    }
  }

  @Test
  void everyAnswerHasTheHeadersThatProtectIt() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      for (Page page :
          List.of(
              console.browser().get("/sign-in"),
              console.browser().get("/users/"),
              ann.get("/users/"),
              ann.get("/users/nobody/"),
              ann.get("/nothing", "Accept", "text/html"))) {
        assertThat(page.header("Content-Security-Policy"))
            .isEqualTo(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
            .doesNotContainPattern("<style|style=\"|<script>|\\son[a-z]+=\"|javascript:");
      }
    }
  }

  @Test
  void assetsAreServedByTheirHashForEver() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      List<String> paths =
          Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
              .matcher(browser.get("/sign-in").body())
              .results()
              .map((MatchResult match) -> match.group(1))
              .distinct()
              .toList();
      assertThat(paths).hasSize(4).allMatch(path -> path.matches("/assets/\\w+-\\w{12}\\.\\w+"));
      for (String path : paths) {
        Page asset = browser.get(path).require(200);
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(asset.body()).isNotEmpty();
      }
      browser.get("/assets/console-000000000000.css").require(404);
    }
  }

  @Test
  void theLanguageIsAskedForOrKeptOrTheBrowsers() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      assertThat(browser.get("/sign-in").body()).contains("<html lang=\"en\">");
      assertThat(browser.get("/sign-in", "Accept-Language", "de, fr-CA;q=0.8, en;q=0.5").body())
          .contains("<html lang=\"fr\">")
          .contains("Mot de passe");
      assertThat(browser.get("/sign-in", "Accept-Language", "x;;q=x").body())
          .contains("<html lang=\"en\">");
      assertThat(browser.get("/sign-in?lang=xx").body()).contains("<html lang=\"en\">");
      assertThat(browser.get("/sign-in?lang=fr").body()).contains("<html lang=\"fr\">");
      Page kept = browser.get("/sign-in", "Accept-Language", "en");
      assertThat(kept.body())
          .contains("<html lang=\"fr\">")
          .contains("href=\"/sign-in?lang=en\" lang=\"en\"");
      assertThat(kept.header("Content-Language")).isEqualTo("fr");
      assertThat(browser.get("/sign-in?lang=en").body()).contains("<html lang=\"en\">");
    }
  }

  @Test
  void theLinkToTheOtherLanguageKeepsTheQuery() throws Exception {
    try (TestConsole console = start()) {
      assertThat(console.signedIn("ann").get("/users/?q=a%26b%22&lang=en").body())
          .contains("href=\"/users/?q=a%26b%22&amp;lang=fr\"");
    }
  }

  @Test
  void whatDoesNotExistIsAPage() throws Exception {
    try (TestConsole console = start()) {
      Browser ann = console.signedIn("ann");
      for (String path : List.of("/users/nobody/", "/users/import/imp_none/", "/users/a/b/c")) {
        assertThat(ann.get(path).require(404).body()).contains("Not found");
      }
      assertThat(ann.get("/x", "Accept", "text/html").require(404).body())
          .contains("Not found")
          .contains("<bdi>ann</bdi>");
      assertThat(ann.get("/x").require(404).body()).doesNotContain("<html");
      assertThat(ann.get("/sign-out").require(405).body()).contains("Nothing was changed");
      assertThat(ann.get("/users/?after=x").require(400).body()).contains("<html");
      assertThat(ann.get("/users/?state=x").require(400).body()).contains("<html");
      assertThat(ann.get("/journal/?since=x").require(400).body()).contains("<html");
      assertThat(ann.get("/roles/?realm=x").require(404).body()).contains("<html");
    }
  }

  @Test
  void aPathThatNamesAnotherServerBecomesNoLinkToIt() throws Exception {
    try (TestConsole console = start()) {
      for (String path : List.of("//evil.example/", "///evil.example/x", "/%5cevil.example/")) {
        String body = console.signedIn("ann").get(path, "Accept", "text/html").body();
        assertThat(body).doesNotContainPattern("href=\"[/\\\\]{2}");
      }
    }
  }

  @Test
  void timesNameTheirZoneAndAScriptShowsTheReaders() throws Exception {
    try (TestConsole console = start()) {
      String body = console.signedIn("ann").get("/journal/", "Accept-Language", "en-GB").body();
      assertThat(body)
          .containsPattern("<time datetime=\"[0-9T:.-]+Z\">[^<]+:[0-9]{2} [A-Z][^ <]*</time>")
          .containsPattern("<script src=\"/assets/times-");
    }
  }
}
