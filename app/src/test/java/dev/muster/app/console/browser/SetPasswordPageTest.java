package dev.muster.app.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user sets a password by a link, in both languages, light and dark, on desktop and phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetPasswordPageTest {

  private Chromium chromium;
  private ShownDirectory shown;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    shown = ShownDirectory.start(folder);
  }

  @AfterAll
  void stop() throws Exception {
    if (shown != null) {
      shown.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  static List<View> views() {
    return View.all();
  }

  @ParameterizedTest
  @MethodSource("views")
  void aUserSetsAPassword(View view) throws Exception {
    String link = shown.passwordLink("ada");
    try (Inspection ada = new Inspection(chromium, shown.address(), view)) {
      ada.open("set-password", 200, link);
      assertThat(ada.page.inputValue("#login")).isEqualTo("ada");
      ada.page.fill("#password", "short");
      ada.page.fill("#repeated", "short");
      ada.page.locator("#set-password button").click();
      ada.page.waitForSelector("#refusal");
      ada.inspect("set-password-refused");
      ada.page.fill("#password", "correct horse 2");
      ada.page.fill("#repeated", "correct horse 2");
      ada.page.locator("#set-password button").click();
      ada.page.waitForURL("**/set-password/done");
      ada.inspect("set-password-done");
      ada.open("set-password-used", 410, link);
      ada.open("set-password-unknown", 404, "/set-password/forged");
      assertThat(ada.problems()).isEmpty();
    }
  }
}
