package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators sign in and out, and their sessions end. */
class SignInTest {

  private static final String IMPORTS = "/users/import/";

  @TempDir private Path folder;

  private TestConsole start() throws Exception {
    TestConsole console = TestConsole.start(StoreKind.SQLITE, folder);
    console.createAdmin("ann");
    return console;
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anAdministratorSignsInAndOut(StoreKind kind) throws Exception {
    try (TestConsole console = TestConsole.start(kind, folder)) {
      console.createAdmin("ann");
      Browser browser = console.browser();
      assertThat(browser.get("/").location()).isEqualTo("/sign-in");
      Page signedIn = browser.signIn("ann", TestConsole.PASSWORD);
      assertThat(signedIn.location()).isEqualTo("/");
      assertThat(browser.get("/").location()).isEqualTo(IMPORTS);
      Page imports = browser.get(IMPORTS).require(200);
      assertThat(imports.body()).contains("<bdi>ann</bdi>").contains("id=\"imports\"");
      assertThat(browser.get("/sign-in").location()).isEqualTo(IMPORTS);
      String token = browser.cookies.get("muster_session");
      Page out = browser.post("/sign-out", Map.of("_csrf", imports.formToken()));
      assertThat(out.location()).isEqualTo("/sign-in");
      assertThat(browser.cookies).doesNotContainKey("muster_session");
      browser.cookies.put("muster_session", token);
      assertThat(browser.get(IMPORTS).location()).isEqualTo("/sign-in");
    }
  }

  @Test
  void theReaderComesToThePageThatWasWanted() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      String wanted = "/users/?q=a%26b,c%C3%A9&state=enabled";
      assertThat(browser.get(wanted).location()).isEqualTo("/sign-in");
      assertThat(browser.signIn("ann", TestConsole.PASSWORD).location()).isEqualTo(wanted);
      assertThat(console.browser().signIn("ann", TestConsole.PASSWORD).location())
          .isEqualTo(IMPORTS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/%09/evil.example\t",
        "/a//evil.example",
        "javascript:alert(1)",
        "users/",
        "/sign-out",
        "/users/\r\nSet-Cookie: a=b"
      })
  void nobodyIsSentToAnotherSite(String to) throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      String token = browser.get("/sign-in").formToken();
      Page signedIn =
          browser.post(
              "/sign-in",
              Map.of("_csrf", token, "name", "ann", "password", TestConsole.PASSWORD, "to", to));
      assertThat(signedIn.location()).isEqualTo(IMPORTS);
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreToldAlike() throws Exception {
    try (TestConsole console = start()) {
      Page wrong = console.browser().signIn("ann", "wrong").require(422);
      Page unknown = console.browser().signIn("bob", TestConsole.PASSWORD).require(422);
      assertThat(wrong.body()).contains("The name or the password is wrong.");
      assertThat(unknown.body().replace("bob", "ann").replaceAll("value=\"\\p{XDigit}{64}\"", ""))
          .isEqualTo(wrong.body().replaceAll("value=\"\\p{XDigit}{64}\"", ""));
      assertThat(wrong.header("Set-Cookie")).doesNotContain("muster_session");
    }
  }

  @Test
  void afterTooManyWrongPasswordsOneHasToWait() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      for (int i = 0; i < 10; i++) {
        browser.signIn("ann", "wrong").require(422);
      }
      Page refused = browser.signIn("ann", TestConsole.PASSWORD).require(429);
      assertThat(refused.body()).contains("too many wrong passwords");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
      browser.signIn("other", "wrong").require(422);
    }
  }

  @Test
  void aRightPasswordDoesNotCount() throws Exception {
    try (TestConsole console = start()) {
      for (int i = 0; i < 12; i++) {
        console.signedIn("ann");
      }
    }
  }

  @Test
  void withoutAnAdministratorThePageSaysHowToMakeOne() throws Exception {
    try (TestConsole console = TestConsole.start(StoreKind.SQLITE, folder)) {
      assertThat(console.browser().get("/sign-in").body()).contains("muster admins create");
      console.createAdmin("ann");
      assertThat(console.browser().get("/sign-in").body()).doesNotContain("muster admins create");
    }
  }

  @Test
  void aFormAfterTheEndOfItsSessionIsExplainedOnce() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.signedIn("ann");
      String page = "/users/import/?after=x";
      Map<String, String> form = Map.of("_csrf", browser.get(IMPORTS).formToken());
      console.clock.pass(Duration.ofMinutes(61));
      String referer = browser.address() + page;
      assertThat(browser.post(IMPORTS + "u/simulate", form, "Referer", referer).location())
          .isEqualTo("/sign-in");
      assertThat(browser.get("/sign-in").body()).contains("Your session has ended");
      assertThat(browser.get("/sign-in").body()).doesNotContain("Your session has ended");
      assertThat(browser.signIn("ann", TestConsole.PASSWORD).location()).isEqualTo(page);
    }
  }

  @Test
  void whoSignsOutAfterTheEndOfTheSessionIsToldNothing() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.signedIn("ann");
      Map<String, String> form = Map.of("_csrf", browser.get(IMPORTS).formToken());
      console.clock.pass(Duration.ofMinutes(61));
      assertThat(browser.post("/sign-out", form).location()).isEqualTo("/sign-in");
      assertThat(browser.get("/sign-in").body()).doesNotContain("Your session has ended");
    }
  }

  @Test
  void aFormOfAnotherSiteTellsNothing() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      browser.post(IMPORTS + "u/simulate", Map.of(), "Referer", "https://evil.example/users/");
      assertThat(browser.cookies).doesNotContainKeys("muster_ended", "muster_return");
      browser.cookies.put("muster_session", "ended");
      browser.post(IMPORTS + "u/simulate", Map.of(), "Referer", "https://evil.example/users/");
      assertThat(browser.cookies).doesNotContainKey("muster_return");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anUnusedSessionEndsAfterAnHour(StoreKind kind) throws Exception {
    try (TestConsole console = TestConsole.start(kind, folder)) {
      console.createAdmin("ann");
      Browser browser = console.signedIn("ann");
      console.clock.pass(Duration.ofMinutes(59));
      browser.get(IMPORTS).require(200);
      console.clock.pass(Duration.ofMinutes(59));
      browser.get(IMPORTS).require(200);
      console.clock.pass(Duration.ofMinutes(61));
      assertThat(browser.get(IMPORTS).location()).isEqualTo("/sign-in");
      try (Session session = console.application.open()) {
        assertThat(session.webSessions().deleteEnded(console.clock.instant())).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theLastUseOfASessionIsStored(StoreKind kind) throws Exception {
    TestConsole console = TestConsole.start(kind, folder);
    Instant start = console.clock.instant();
    try (console) {
      console.createAdmin("ann");
      Browser browser = console.signedIn("ann");
      console.clock.pass(Duration.ofMinutes(30));
      browser.get(IMPORTS).require(200);
    }
    try (Session session = StoreKind.open(console.database)) {
      assertThat(session.webSessions().deleteEnded(start.plusSeconds(60 * 89))).isZero();
      assertThat(session.webSessions().deleteEnded(start.plusSeconds(60 * 91))).isEqualTo(1);
    }
  }

  @Test
  void noSessionLastsLongerThanTwelveHours() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.signedIn("ann");
      for (int i = 0; i < 23; i++) {
        console.clock.pass(Duration.ofMinutes(30));
        browser.get(IMPORTS).require(200);
      }
      console.clock.pass(Duration.ofMinutes(31));
      assertThat(browser.get(IMPORTS).location()).isEqualTo("/sign-in");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aNewPasswordAndADeletionEndAllSessions(StoreKind kind) throws Exception {
    try (TestConsole console = TestConsole.start(kind, folder)) {
      console.createAdmin("ann");
      console.createAdmin("bob");
      Browser ann = console.signedIn("ann");
      Browser bob = console.signedIn("bob");
      try (Session session = console.application.open()) {
        console
            .changes(session)
            .setPassword(
                "ann", console.application.passwordEncoder().encode("another".getBytes(UTF_8)));
      }
      assertThat(ann.get(IMPORTS).location()).isEqualTo("/sign-in");
      console.browser().signIn("ann", TestConsole.PASSWORD).require(422);
      console.browser().signIn("ann", "another").require(303);
      bob.get(IMPORTS).require(200);
      try (Session session = console.application.open()) {
        console.changes(session).delete("bob");
      }
      assertThat(bob.get(IMPORTS).location()).isEqualTo("/sign-in");
      console.browser().signIn("bob", TestConsole.PASSWORD).require(422);
    }
  }

  @Test
  void cookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
    try (TestConsole console = start()) {
      Page signedIn = console.browser().signIn("ann", TestConsole.PASSWORD);
      assertThat(signedIn.headers("Set-Cookie"))
          .anyMatch(cookie -> cookie.startsWith("muster_session="))
          .allMatch(cookie -> cookie.contains("; HttpOnly; SameSite=Lax"))
          .noneMatch(cookie -> cookie.contains("Secure"));
    }
  }

  @Test
  void cookiesBehindAProxyAreSecure() throws Exception {
    try (TestConsole console = TestConsole.startBehindProxy(folder)) {
      console.createAdmin("ann");
      assertThat(console.browser().signIn("ann", TestConsole.PASSWORD).headers("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.endsWith("; Secure"));
    }
  }
}
