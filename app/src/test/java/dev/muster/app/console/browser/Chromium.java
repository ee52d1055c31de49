package dev.muster.app.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, driven by Playwright. Where there is none, tests are skipped aloud. */
final class Chromium implements AutoCloseable {

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** WCAG 2.2 AA, with all that it builds on. */
  private static final String AXE =
      """
      async () => (await axe.run(document, {runOnly: {type: 'tag', values: [
            'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
            resultTypes: ['violations']}))
          .violations.map(v => v.id + ': ' + v.help + ': '
            + v.nodes.map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join('; '))
      """;

  private final Playwright playwright;
  private final Browser browser;
  private final String axe;

  private Chromium(Playwright playwright, Browser browser, String axe) {
    this.playwright = playwright;
    this.browser = browser;
    this.axe = axe;
  }

  /** Starts the browser; the running test is skipped if there is none. */
  static Chromium start() throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      System.err.println("SKIPPED: no Chromium is installed: apt-get install chromium");
    }
    Assumptions.assumeTrue(program.isPresent(), "no Chromium is installed");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(program.orElseThrow()).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser, axeScript());
  }

  private static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axeScript() throws IOException {
    try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  /** A new person in front of the console. */
  Page open(URI console, View view) {
    BrowserContext context = browser.newContext(view.options().setBaseURL(console.toString()));
    return context.newPage();
  }

  /** A new person whose browser runs no scripts. */
  Page openWithoutScript(URI console, View view) {
    return browser
        .newContext(view.options().setBaseURL(console.toString()).setJavaScriptEnabled(false))
        .newPage();
  }

  /** What is wrong with a page by the rules of accessibility, a line each. */
  List<String> violations(Page page) {
    page.evaluate(axe);
    Object found = page.evaluate(AXE);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Keeps a picture of the whole page in target/screenshots. */
  static void screenshot(Page page, String name, View view) {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "screenshots");
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(folder.resolve(name + "-" + view + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
