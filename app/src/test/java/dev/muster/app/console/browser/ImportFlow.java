package dev.muster.app.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;

/** An import from the file to its end, as a person goes through it. */
final class ImportFlow {

  /** A file in which a cell of line 4 is wrong, and a column is nothing that Muster knows. */
  private static final String FILE =
      """
      Email,First name,Last name,Phone,Shoe size
      ada@example.org,Ada,Lovelace,+33612345678,38
      grace@example.org,Grace,Hopper,+33612345679,41
      alan.example.org,Alan,Turing,,44
      katherine@example.org,Katherine,Johnson,,39
      """;

  private final Inspection person;
  private final Page page;
  private final String domain;
  private final Consumer<String> picture;

  /**
   * A flow.
   *
   * @param person somebody who has signed in
   * @param domain of the e-mail addresses in the file
   * @param picture gets the name of each picture that a guide shows
   */
  ImportFlow(Inspection person, String domain, Consumer<String> picture) {
    this.person = person;
    this.page = person.page;
    this.domain = domain;
    this.picture = picture;
  }

  /** Uploads the file; the path of its page. */
  String upload(String filename) {
    page.navigate("/users/import/");
    page.locator("#new-import #file")
        .setInputFiles(
            new FilePayload(
                filename, "text/csv", FILE.replace("example.org", domain).getBytes(UTF_8)));
    page.locator("#new-import #realm").selectOption("default");
    person.inspect("import-new");
    picture.accept("import-1-file");
    page.locator("#new-import button[type=submit]").click();
    page.waitForSelector("main[data-import]");
    person.inspect("import-uploaded");
    return page.url();
  }

  /** Lets Muster find out what the columns are, and leaves one out. */
  void map() {
    page.locator("#use-suggestions button").click();
    page.waitForSelector("#no-mapping");
    column("Shoe size").locator("select").selectOption("-");
    column("Email").locator("td input[name^=flags]").fill("key");
    page.locator("#mapping").scrollIntoViewIfNeeded();
    picture.accept("import-2-columns");
    page.locator("#mapping button[type=submit]").click();
    page.waitForSelector("#preview-rows td.cell-bad");
    person.inspect("import-mapped");
    page.locator("#preview").scrollIntoViewIfNeeded();
    picture.accept("import-3-preview");
  }

  private Locator column(String name) {
    return page.locator("#mapping-columns tr:has(th bdi:text-is('" + name + "'))");
  }

  /** Simulates, and waits for the end. */
  String simulate() {
    page.locator("#simulate button").click();
    ended();
    person.inspect("report-simulation");
    picture.accept("import-4-simulation");
    return page.url();
  }

  /** Waits until the page, which keeps itself current, shows the end. */
  void ended() {
    page.waitForSelector("main[data-state='completed'][data-total]");
    page.waitForSelector("#rows, #no-rows");
  }

  /** Executes what was simulated. */
  String execute() {
    page.locator("#report #execute button").click();
    page.waitForURL(url -> !url.isEmpty());
    ended();
    person.inspect("report-execution");
    return page.url();
  }

  /** Mends the row that failed, by its form. */
  void mend() {
    page.locator("form.mend [name=email], form.mend [name=Email]").first().fill("alan@" + domain);
    picture.accept("import-5-mend");
    page.locator("form.mend button").first().click();
    page.waitForSelector("main[data-total='1'][data-state='completed']");
    person.inspect("report-mended");
    picture.accept("import-6-mended");
  }
}
