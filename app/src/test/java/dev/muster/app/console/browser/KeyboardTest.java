package dev.muster.app.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages are used by keyboard, and without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {

  /** What is wrong with the focused element; an empty text if nothing is, null at the end. */
  private static final String FOCUS =
      """
      () => {
        const now = document.activeElement;
        if (!now || now === document.body) return null;
        const before = window.focusedBefore;
        if (before && now.className === 'skip') return null; // around the page, at its start
        window.focusedBefore = now;
        const box = now.getBoundingClientRect();
        const style = getComputedStyle(now);
        const wrong = [];
        if (before && before !== now // parts of a field, as of a date
            && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING))
          wrong.push('comes before');
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
          wrong.push('has no outline');
        if (box.width === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0)
          wrong.push('is out of sight');
        return wrong.length ? now.outerHTML.slice(0, 120) + ' ' + wrong.join(', ') : '';
      }
      """;

  private static final int MOST = 200;

  private Chromium chromium;
  private ShownDirectory shown;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    shown = ShownDirectory.start(folder.resolve("filled"));
  }

  @AfterAll
  void stop() {
    if (shown != null) {
      shown.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource(View.Size.class)
  void theTabKeyGoesThroughThePage(View.Size size) throws Exception {
    View view = new View("en", View.USUAL.colours(), size);
    try (Inspection ann = new Inspection(chromium, shown.address(), view)) {
      ann.page.navigate("/sign-in");
      ann.page.locator("#name").focus();
      ann.page.keyboard().type("ann");
      ann.page.keyboard().press("Tab");
      ann.page.keyboard().type(ShownDirectory.PASSWORD);
      ann.page.keyboard().press("Enter");
      ann.page.waitForURL("**/users/import/");
      for (String path :
          List.of("/users/import/", "/users/", "/journal/", shown.pathOf("ada"), "/groups/")) {
        ann.page.navigate(path);
        ann.page.keyboard().press("Tab");
        assertThat(focused(ann.page)).isEqualTo("a.skip");
        walk(ann.page);
        ann.page.navigate(path);
        ann.page.keyboard().press("Tab");
        ann.page.keyboard().press("Enter");
        assertThat(focused(ann.page)).isEqualTo("main.");
      }
    }
  }

  private static Object focused(Page page) {
    return page.evaluate(
        "() => document.activeElement.localName + '.' + document.activeElement.className");
  }

  private static void walk(Page page) {
    int steps = 0;
    for (Object wrong = page.evaluate(FOCUS); wrong != null; wrong = page.evaluate(FOCUS)) {
      assertThat(wrong).as(page.url()).isEqualTo("");
      page.keyboard().press("Tab");
      steps++;
      assertThat(steps).as("%s: a trap of the keyboard", page.url()).isLessThan(MOST);
    }
    assertThat(steps).as(page.url()).isGreaterThan(10);
  }

  @Test
  void formsWorkWithoutScript() {
    Page page = chromium.openWithoutScript(shown.address(), View.USUAL);
    page.navigate("/users/?q=ada");
    page.locator("#name").fill("ann");
    page.locator("#password").fill(ShownDirectory.PASSWORD);
    page.locator("#sign-in button[type=submit]").click();
    page.waitForURL("**/users/?q=ada");
    page.locator("#q").fill("user10");
    page.locator("#search button").click();
    assertThat(page.locator("#users tbody tr").count()).isEqualTo(10);
    page.locator("#languages a[lang=fr]").click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
    page.locator("#sign-out button").click();
    page.waitForURL("**/sign-in");
    page.context().close();
  }
}
