package dev.muster.app.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is imported in the console by people who never see a command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFlowTest {

  private static final Path IMAGES =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/images").normalize();

  private static final int IMAGE_BYTES = 150_000;

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

  static List<View> views() {
    return View.samples();
  }

  @ParameterizedTest
  @MethodSource("views")
  void aFileIsImportedAndMended(View view) throws Exception {
    try (Inspection ann = new Inspection(chromium, shown.address(), view)) {
      String domain = view.equals(View.USUAL) ? "example.org" : view + ".example.org";
      ann.page.navigate("/sign-in");
      ann.signIn("ann", ShownDirectory.PASSWORD);
      ann.page.waitForURL("**/users/import/");
      ImportFlow flow = new ImportFlow(ann, domain, picture(ann.page, view));
      String file = flow.upload("people.csv");
      flow.map();
      String simulation = flow.simulate();
      assertThat(data(ann.page)).isEqualTo("4 rows: 3 inserted, 0 updated, 1 failed");
      ann.open("report-filtered", 200, simulation + "?outcome=failed");
      assertThat(ann.page.locator("#rows tbody tr").count()).isEqualTo(1);
      ann.open("report-nothing-found", 200, simulation + "?q=nobody");
      assertThat(ann.page.locator("#no-rows").isVisible()).isTrue();
      ann.page.navigate(simulation);
      String execution = flow.execute();
      assertThat(execution).isNotEqualTo(simulation);
      assertThat(data(ann.page)).isEqualTo("4 rows: 3 inserted, 0 updated, 1 failed");
      ann.open("mend-all", 200, execution + "?mend=1");
      ann.page.navigate(execution + "?outcome=failed");
      flow.mend();
      assertThat(data(ann.page)).isEqualTo("1 rows: 1 inserted, 0 updated, 0 failed");
      ann.open("report-stale", 200, simulation);
      assertThat(ann.page.locator("#report #execute").count()).isZero();
      assertThat(ann.page.locator("#outdated").isVisible()).isTrue();
      ann.open("import-reported", 200, file);
      ann.open("imports-filled", 200, "/users/import/");
      picture(ann.page, view).accept("console-imports");
      ann.open("imports-all", 200, "/users/import/all/");
      ann.open("users-imported", 200, "/users/?q=alan@" + domain);
      assertThat(ann.page.locator("#users tbody tr").count()).isEqualTo(1);
      assertThat(ann.problems()).isEmpty();
    }
  }

  private static String data(Page page) {
    return page.locator("#main")
        .evaluate(
            "m => `${m.dataset.total} rows: ${m.dataset.inserted} inserted,"
                + " ${m.dataset.updated} updated, ${m.dataset.failed} failed`")
        .toString();
  }

  /** The guide's pictures are those of the usual view. */
  private static Consumer<String> picture(Page page, View view) {
    if (!view.equals(View.USUAL)) {
      return name -> {};
    }
    return name -> {
      byte[] taken = page.screenshot();
      assertThat(taken.length).as(name).isLessThan(IMAGE_BYTES);
      Path file = IMAGES.resolve(name + ".png");
      try {
        if (Boolean.getBoolean("muster.write")) {
          Files.createDirectories(IMAGES);
          Files.write(file, taken);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(file).as("made by -Dmuster.write=true").exists();
    };
  }
}
