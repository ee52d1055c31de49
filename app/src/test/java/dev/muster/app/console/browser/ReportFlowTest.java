package dev.muster.app.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts do on the pages of uploads and reports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportFlowTest {

  private static final int MANY = 200_000;

  private static final String DROPPED =
      """
      () => {
        const dropped = new DataTransfer();
        dropped.items.add(
          new File(["email key\\ndrop@example.org\\n"], "dropped.csv", {type: "text/csv"}));
        return dropped;
      }
      """;

  /** Whether a page asks before edits are lost: at first, once they are sent, and after return. */
  private static final String ASKS_BEFORE_LEAVING =
      """
      () => {
        const asks = () => {
          const leave = new Event("beforeunload", {cancelable: true});
          dispatchEvent(leave);
          return leave.defaultPrevented;
        };
        const before = asks();
        document.getElementById("grid").dispatchEvent(new Event("submit"));
        const sent = asks();
        dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
        return [before, sent, asks()];
      }
      """;

  /** Tables that are wider than what is seen of them. */
  private static final String WIDE_TABLES =
      "() => [...document.querySelectorAll('.table')]"
          + ".filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)";

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

  private Inspection ann() {
    return ann(View.USUAL);
  }

  private Inspection ann(View view) {
    Inspection ann = new Inspection(chromium, shown.address(), view);
    ann.page.navigate("/sign-in");
    ann.signIn("ann", ShownDirectory.PASSWORD);
    ann.page.waitForURL("**/users/import/");
    return ann;
  }

  private static void upload(Page page, String filename, String content) {
    page.navigate("/users/import/");
    page.locator("#new-import #file")
        .setInputFiles(new FilePayload(filename, "text/csv", content.getBytes(UTF_8)));
    send(page);
  }

  private static void send(Page page) {
    page.locator("#new-import #realm").selectOption("default");
    page.locator("#new-import button[type=submit]").click();
    page.waitForSelector("main[data-import]");
  }

  private static void ended(Page page, String state) {
    page.waitForSelector("main[data-state='" + state + "'][data-total]:not(:has(#live))");
  }

  @Test
  void aFileIsDropped() {
    try (Inspection ann = ann()) {
      JSHandle dropped = ann.page.evaluateHandle(DROPPED);
      Map<String, Object> event = Map.of("dataTransfer", dropped);
      ann.page.dispatchEvent("#new-import", "dragover", event);
      assertThat(ann.page.locator("[data-drop].is-over").count()).isEqualTo(1);
      ann.inspect("import-dropping");
      ann.page.dispatchEvent("#new-import", "drop", event);
      assertThat(ann.page.locator("[data-drop].is-over").count()).isZero();
      send(ann.page);
      assertThat(ann.page.locator("h1").textContent()).isEqualTo("dropped.csv");
      assertThat(ann.problems()).isEmpty();
    }
  }

  @Test
  void timesAreInTheReadersZone() {
    try (Inspection ann = ann()) {
      ann.page.navigate("/journal/");
      Object shownAt =
          ann.page
              .locator("time")
              .first()
              .evaluate(
                  "t => [t.textContent === new Intl.DateTimeFormat('en-GB',"
                      + " {dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris'})"
                      + ".format(new Date(t.dateTime)), t.title !== ''].join()");
      assertThat(shownAt).isEqualTo("true,true");
    }
  }

  @Test
  void aReportIsPlottedPausedAndCancelled() {
    StringBuilder table = new StringBuilder("email key,first_name\n");
    for (int i = 0; i < MANY; i++) {
      table.append("many").append(i).append("@example.org,Name ").append(i).append('\n');
    }
    try (Inspection ann = ann()) {
      upload(ann.page, "many.csv", table.toString());
      ann.page.locator("#simulate button").click();
      ann.page.waitForSelector("#plot-figure:not([hidden])");
      String points = String.valueOf(ann.page.locator("#plot polyline").getAttribute("points"));
      assertThat(points.split(" ")).hasSizeGreaterThan(1);
      ann.page.locator("#pause button").click();
      ann.page.waitForSelector("main[data-state='paused'] #resume:not([hidden])");
      ann.inspect("report-paused");
      ann.page.locator("#resume button").click();
      ann.page.waitForSelector("main:is([data-state='pending'], [data-state='running'])");
      ann.page.locator("#cancel button").click();
      ended(ann.page, "cancelled");
      ann.inspect("report-cancelled");
      assertThat(ann.problems()).isEmpty();
    }
  }

  @Test
  void aSecondExecutionIsRefusedOnAPage() {
    try (Inspection ann = ann();
        Inspection other = ann()) {
      upload(ann.page, "once.csv", "email key\nonce@example.org\n");
      ann.page.locator("#simulate button").click();
      ended(ann.page, "completed");
      other.page.navigate(ann.page.url());
      other.page.waitForSelector("#report #execute");
      ann.page.locator("#report #execute button").click();
      ann.page.waitForSelector("main[data-state='completed']:not(:has(#execute))");
      other.page.locator("#report #execute button").click();
      other.page.waitForSelector("main[data-status='409']");
      assertThat(other.page.locator("#execution").getAttribute("href"))
          .isEqualTo(URI.create(ann.page.url()).getPath());
      other.inspect("report-refused");
      assertThat(other.problems()).isEmpty();
      assertThat(ann.problems()).isEmpty();
    }
  }

  @Test
  void theGridReplacesUndoesAndChecks() {
    try (Inspection ann = ann()) {
      upload(
          ann.page,
          "grid.csv",
          "email key,first_name\ngrid1 at example.org,A\ngrid2 at example.org,B\n");
      ann.page.locator("#execute button").click();
      ended(ann.page, "completed");
      ann.page.locator("#mend-all").click();
      ann.page.waitForSelector("#grid");
      ann.page.locator("#grid-find").fill(" at ");
      ann.page.locator("#grid-with").fill("@");
      ann.page.locator("#grid-replace").click();
      ann.page.waitForSelector("#v0 .mark-good");
      ann.page.waitForSelector("#v1 .mark-good");
      assertThat(ann.page.locator("[name='r0:email']").inputValue()).isEqualTo("grid1@example.org");
      ann.inspect("mend-replaced");
      ann.page.locator("#grid-undo").click();
      assertThat(ann.page.locator("[name='r0:email']").inputValue())
          .isEqualTo("grid1 at example.org");
      assertThat(ann.page.locator("#grid-undo").isDisabled()).isTrue();
      ann.page.locator("[name='r1:email']").fill("grid2@example.org");
      ann.page.locator("[name='r1:email']").press("Tab");
      ann.page.waitForSelector("#v1 .mark-good");
      assertThat(ann.page.evaluate(ASKS_BEFORE_LEAVING)).isEqualTo(List.of(true, false, true));
      ann.page.locator("#grid button[type=submit]:not([formaction])").click();
      ann.page.waitForSelector("main[data-total='1'][data-state='completed']");
      assertThat(ann.page.locator("tr[data-outcome='inserted']").count()).isEqualTo(1);
      assertThat(ann.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 320})
  void rowsAreMendedOnAPhoneWithoutScrollingSideways(int width) {
    try (Inspection ann = ann(new View("fr", ColorScheme.LIGHT, View.Size.PHONE))) {
      upload(
          ann.page,
          "phone.csv",
          """
          email key,first_name,last_name,phone,locale,@disabled,@valid-from,_role_slug
          phone1 at example.org,Ann-Catherine-Élisabeth,Noël,0,fr,peut-être,demain,boss
          phone2@example.org,B,C,,,,,
          """);
      ann.page.setViewportSize(width, 844);
      assertThat((List<?>) ann.page.evaluate(WIDE_TABLES))
          .allMatch(each -> !String.valueOf(each).contains("Devient"));
      ann.page.locator("#mapping [name='target.3']").selectOption("-");
      ann.page.locator("#mapping [name='target.4']").selectOption("-");
      ann.page.locator("#mapping button[type=submit]").click();
      ann.page.locator("#simulate button").click();
      ended(ann.page, "completed");
      ann.page.setViewportSize(width, 844);
      assertThat(ann.page.locator("form.mend input[type=text]").count()).isGreaterThan(4);
      assertThat((List<?>) ann.page.evaluate(WIDE_TABLES)).isEmpty();
      ann.page.setViewportSize(390, 844);
      ann.inspect("report-phone");
      ann.page.locator("#mend-all").click();
      ann.page.waitForSelector("#grid");
      ann.page.setViewportSize(width, 844);
      assertThat(ann.page.locator("#mend-rows [data-place]").count()).isGreaterThan(4);
      assertThat((List<?>) ann.page.evaluate(WIDE_TABLES)).isEmpty();
      ann.page.setViewportSize(390, 844);
      ann.inspect("mend-phone");
      assertThat(ann.problems()).isEmpty();
    }
  }
}
