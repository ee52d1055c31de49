package dev.muster.app.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in both languages, light and dark, on a desktop and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  /** The server answers one wrong password a minute. */
  private static final int MOST_TRIES = 5;

  private Chromium chromium;
  private ShownDirectory shown;
  private ShownDirectory empty;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    shown = ShownDirectory.start(folder.resolve("filled"));
    empty =
        ShownDirectory.startEmpty(
            folder.resolve("empty"), "server: {limits: {wrong_passwords_per_login: 1}}\n");
  }

  @AfterAll
  void stop() {
    Stream.of(empty, shown, chromium).filter(each -> each != null).forEach(PagesTest::close);
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static List<View> views() {
    return View.all();
  }

  @ParameterizedTest
  @MethodSource("views")
  void pagesAreForEverybody(View view) throws Exception {
    try (Inspection ann = new Inspection(chromium, shown.address(), view)) {
      ann.open("sign-in", 200, "/sign-in");
      ann.signIn("ann", "wrong");
      ann.page.waitForSelector("#refusal");
      ann.inspect("sign-in-refused");
      ann.signIn("ann", ShownDirectory.PASSWORD);
      ann.page.waitForURL("**/users/import/");
      ann.inspect("imports");
      ann.open("users", 200, "/users/");
      ann.open("users-found", 200, "/users/?q=ada");
      ann.open("users-none", 200, "/users/?q=nobody");
      ann.open("user", 200, shown.pathOf("ada"));
      ann.open("roles", 200, "/roles/");
      ann.open("roles-none", 200, "/roles/?realm=guests");
      ann.open("groups", 200, "/groups/");
      ann.open("group", 200, "/groups/members/?realm=default&name=science");
      ann.open("realms", 200, "/realms/");
      ann.open("services", 200, "/services/");
      ann.open("journal", 200, "/journal/");
      ann.open("journal-none", 200, "/journal/?actor=cli:nobody@nowhere");
      ann.open("problem-400", 400, "/users/?state=strange");
      ann.open("problem-404", 404, "/users/usr_none/");
      ann.page.navigate("/users/");
      ann.page.evaluate("() => document.querySelector('#sign-out [name=_csrf]').value = 'forged'");
      ann.page.locator("#sign-out button").click();
      ann.page.waitForSelector("main[data-status='403']");
      ann.inspect("problem-403");
      assertThat(ann.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void signInHelpsWhoeverCannotSignIn(View view) {
    try (Inspection reader = new Inspection(chromium, empty.address(), view)) {
      reader.open("sign-in-nobody", 200, "/sign-in");
      assertThat(reader.page.locator("#no-administrator").isVisible()).isTrue();
      Locator wait =
          reader.page.locator(
              "#refusal", new Page.LocatorOptions().setHasText(Pattern.compile("[0-9]+ second")));
      Response answer = reader.answerToSignIn("ann", "wrong");
      for (int tries = 1; answer.status() != 429 && tries < MOST_TRIES; tries++) {
        answer = reader.answerToSignIn("ann", "wrong");
      }
      wait.waitFor();
      reader.inspect("sign-in-too-often");
      assertThat(reader.problems()).isEmpty();
    }
  }

  @Test
  void adminsOfARealmSeeTheirs() {
    try (Inspection gus = new Inspection(chromium, shown.address(), View.USUAL)) {
      gus.open("sign-in", 200, "/sign-in");
      gus.signIn("gus", ShownDirectory.PASSWORD);
      gus.page.waitForURL("**/users/import/");
      gus.inspect("imports-none");
      gus.open("users-empty", 200, "/users/");
      gus.open("problem-403-realm", 403, "/services/");
      assertThat(gus.problems()).isEmpty();
    }
  }
}
