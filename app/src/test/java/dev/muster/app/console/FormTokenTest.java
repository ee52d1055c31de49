package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that were not sent from a page of the reader are refused. */
class FormTokenTest {

  @TempDir private Path folder;

  private TestConsole start() throws Exception {
    TestConsole console = TestConsole.start(StoreKind.SQLITE, folder);
    console.createAdmin("ann");
    return console;
  }

  @Test
  void aFormWithoutTheTokenOfItsPageChangesNothing() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.signedIn("ann");
      String ofAnother = console.signedIn("ann").get("/users/").formToken();
      for (Map<String, String> fields :
          List.of(
              Map.<String, String>of(),
              Map.of("_csrf", ""),
              Map.of("_csrf", "x"),
              Map.of("_csrf", ofAnother))) {
        Page refused = browser.post("/sign-out", fields).require(403);
        assertThat(refused.body()).contains("Nothing was done").contains("data-status=\"403\"");
      }
      browser.get("/users/").require(200);
    }
  }

  @Test
  void nobodyIsSignedInByAForgedForm() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      Map<String, String> fields = Map.of("name", "ann", "password", TestConsole.PASSWORD);
      browser.post("/sign-in", fields).require(403);
      browser.get("/sign-in");
      browser.post("/sign-in", fields).require(403);
      assertThat(browser.cookies).doesNotContainKey("muster_session");
    }
  }

  /** The sign-in page was open in another tab when the reader signed in. */
  @Test
  void aSecondSignInFormStillWorks() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      String token = browser.get("/sign-in").formToken();
      browser.signIn("ann", TestConsole.PASSWORD).require(303);
      String first = browser.cookies.get("muster_session");
      browser
          .post("/sign-in", Map.of("_csrf", token, "name", "ann", "password", TestConsole.PASSWORD))
          .require(303);
      assertThat(browser.cookies.get("muster_session")).isNotEqualTo(first);
      browser.get("/users/").require(200);
      browser.cookies.put("muster_session", first);
      assertThat(browser.get("/users/").location()).isEqualTo("/sign-in");
    }
  }

  /** A neighbouring host can set the cookie of forms without a session. */
  @Test
  void theTokenOfAFormForEverybodyIsNoneOfTheSession() throws Exception {
    try (TestConsole console = start()) {
      Browser stranger = console.browser();
      String token = stranger.get("/sign-in").formToken();
      Browser browser = console.signedIn("ann");
      browser.cookies.put("muster_form", stranger.cookies.get("muster_form"));
      String path = "/users/import/upl_000000000000/simulate";
      browser.post(path, Map.of("_csrf", token)).require(403);
      String right = browser.get("/users/import/").formToken();
      browser.post(path, Map.of("_csrf", right)).require(404);
    }
  }

  /** A form with files would be kept whole before its token is looked at. */
  @Test
  void aFormWithFilesIsRefusedWhereNoneIsAwaited() throws Exception {
    try (TestConsole console = start()) {
      Browser browser = console.browser();
      String token = browser.get("/sign-in").formToken();
      MultipartBody form =
          new MultipartBody()
              .field("_csrf", token)
              .field("name", "ann")
              .field("password", TestConsole.PASSWORD);
      browser.upload("/sign-in", form).require(400);
      assertThat(browser.cookies).doesNotContainKey("muster_session");
    }
  }

  @Test
  void nobodyIsSignedOutByAForgedForm() throws Exception {
    try (TestConsole console = start()) {
      assertThat(console.browser().post("/sign-out", Map.of()).status()).isEqualTo(403);
    }
  }
}
