package dev.muster.app.console.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Notes what a page must not do: errors, and requests to other hosts. */
final class Watch {

  /** What a browser says about each answer that is not 2xx, pages included. */
  private static final String STATUS = "Failed to load resource: the server responded with";

  private final List<String> noted = new ArrayList<>();
  private final String host;

  private Watch(URI console) {
    this.host = console.getAuthority();
  }

  /** Watches a page from now on. Refused styles and scripts are errors too. */
  static Watch over(Page page, URI console) {
    Watch watch = new Watch(console);
    page.onConsoleMessage(watch::noteMessage);
    page.onPageError(error -> watch.noted.add("script: " + error));
    page.onRequest(request -> watch.noteRequest(request.url()));
    page.onRequestFailed(
        request -> {
          if (!"net::ERR_ABORTED".equals(request.failure())) { // what a left page still loads
            watch.noted.add(request.failure() + ": " + request.url());
          }
        });
    return watch;
  }

  private void noteMessage(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !(message.text().startsWith(STATUS) && isPage(message.location()))) {
      noted.add(message.type() + ": " + message.text() + " " + message.location());
    }
  }

  private static boolean isPage(String location) {
    return !location.contains("/assets/");
  }

  private void noteRequest(String url) {
    URI to = URI.create(url);
    if (!"data".equals(to.getScheme()) && !host.equals(to.getAuthority())) {
      noted.add("request to another host: " + url);
    }
  }

  /** What was noted since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(noted);
    noted.clear();
    return taken;
  }
}
