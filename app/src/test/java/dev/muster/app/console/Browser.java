package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that keeps cookies and follows no redirections. */
public final class Browser {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  public final Map<String, String> cookies = new TreeMap<>();
  private final String address;

  /** A client of a server, without cookies. */
  public Browser(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  /** An answer. */
  public record Page(int status, String body, HttpResponse<String> response) {

    public Page require(int wanted) {
      assertThat(status).as(body).isEqualTo(wanted);
      return this;
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
      return response.headers().allValues(name);
    }

    /** Where a redirection leads. */
    public String location() {
      require(303);
      return header("Location");
    }

    /** The token of the page's forms. */
    public String formToken() {
      Matcher found = TOKEN.matcher(body);
      assertThat(found.find()).as(body).isTrue();
      return found.group(1);
    }

    /** The address of the next page; an empty text if there is none. */
    public String next() {
      Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
      return link.find() ? link.group(1).replace("&amp;", "&") : "";
    }
  }

  public Page get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  /** The body of an answer that goes on. */
  InputStream open(String path) throws Exception {
    HttpResponse<InputStream> response =
        CLIENT.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Sends a form with these fields, and no others. */
  public Page post(String path, Map<String, String> fields, String... headers) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a form with a file. */
  public Page upload(String path, MultipartBody form) throws Exception {
    return send(
        request(path)
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Opens the sign-in page, fills in its form and sends it. */
  public Page signIn(String name, String password) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_csrf", get("/sign-in").require(200).formToken());
    fields.put("name", name);
    fields.put("password", password);
    return post("/sign-in", fields);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      String name = pair.substring(0, pair.indexOf('='));
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(name.length() + 1));
      }
    }
    return new Page(response.statusCode(), response.body(), response);
  }
}
