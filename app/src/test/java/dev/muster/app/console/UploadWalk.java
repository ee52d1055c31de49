package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the pages of imports as a person does. */
public final class UploadWalk {

  public static final String IMPORTS = "/users/import/";

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Browser browser;

  /** A walk of an administrator who has signed in. */
  public UploadWalk(Browser browser) {
    this.browser = browser;
  }

  /** Uploads a file with further fields. */
  public Page upload(String filename, byte[] content, Map<String, String> fields) throws Exception {
    MultipartBody form =
        new MultipartBody().field("_csrf", browser.get(IMPORTS).require(200).formToken());
    fields.forEach(form::field);
    return browser.upload(IMPORTS, form.file(filename, content));
  }

  /** Uploads a table to the realm {@code default}; the path of its page. */
  String kept(String filename, String content) throws Exception {
    return upload(filename, content.getBytes(UTF_8), Map.of("realm", "default")).location();
  }

  /** Sends a form of a page. */
  public Page press(String page, String action, Map<String, String> fields) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", browser.get(page).require(200).formToken());
    return browser.post(page + action, all);
  }

  /** Asks for a report; its id, when it is over. */
  public String reported(String page, String action) throws Exception {
    String location = press(page, action, Map.of()).location();
    String id = location.replaceAll(".*/([^/]+)/$", "$1");
    assertThat(location).isEqualTo(page + id + "/");
    Pattern row = Pattern.compile("data-report=\"" + id + "\" data-state=\"([a-z]+)\"");
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      Matcher state = row.matcher(browser.get(page + "reports").require(200).body());
      assertThat(state.find()).isTrue();
      if (!state.group(1).matches("pending|running")) {
        return id;
      }
    }
    throw new AssertionError(id + " was not over in time");
  }
}
