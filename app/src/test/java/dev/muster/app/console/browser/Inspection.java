package dev.muster.app.console.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody who opens pages in a view, and finds out what is wrong with each. */
final class Inspection implements AutoCloseable {

  private static final int NARROWEST = 320;

  final Page page;
  private final BrowserContext context;
  private final Chromium chromium;
  private final View view;
  private final Watch watch;
  private final List<String> problems = new ArrayList<>();

  Inspection(Chromium chromium, URI console, View view) {
    this.chromium = chromium;
    this.view = view;
    this.page = chromium.open(console, view);
    this.context = page.context();
    this.watch = Watch.over(page, console);
  }

  /** Opens a page that answers with a status, and inspects it. */
  void open(String name, int status, String path) {
    Response response = page.navigate(path);
    if (response == null || response.status() != status) {
      note(name, "status " + (response == null ? "none" : response.status()));
    }
    inspect(name);
  }

  /** Inspects the page that is open. */
  void inspect(String name) {
    if (!view.language().equals(page.locator("html").getAttribute("lang"))) {
      note(name, "is not in " + view.language());
    }
    chromium.violations(page).forEach(each -> note(name, each));
    noteScrolling(name);
    if (view.isSample()) {
      Chromium.screenshot(page, name, view);
    }
    if (view.size() == View.Size.PHONE) {
      page.setViewportSize(NARROWEST, view.size().height());
      noteScrolling(name + " at " + NARROWEST);
      page.setViewportSize(view.size().width(), view.size().height());
    }
    watch.take().forEach(each -> note(name, each));
  }

  private void noteScrolling(String name) {
    Object wider =
        page.evaluate(
            "() => { const wide = document.scrollingElement.scrollWidth - innerWidth;"
                + " return wide <= 0 ? '' : wide + ' px too wide: '"
                + " + [...document.querySelectorAll('main *, header *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth"
                + " && !e.closest('.table')).slice(0, 3).map(e => e.outerHTML.slice(0, 100))"
                + ".join('; ') }");
    if (!"".equals(wider)) {
      note(name, String.valueOf(wider));
    }
  }

  private void note(String name, String problem) {
    problems.add(name + " (" + view + "): " + problem);
  }

  /** Signs in on the page that is open. */
  void signIn(String name, String password) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator("#sign-in button[type=submit]").click();
  }

  /** Signs in on the page that is open, and waits for the answer. */
  Response answerToSignIn(String name, String password) {
    return page.waitForResponse(
        response -> response.request().method().equals("POST"), () -> signIn(name, password));
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() {
    context.close();
  }
}
