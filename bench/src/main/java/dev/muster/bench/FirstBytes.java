package dev.muster.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures how long pages of a large report take to their first byte, from signing in to the end.
 *
 * <p>{@code FirstBytes ADDRESS NAME PASSWORD ROWS} signs in to the console of a server, uploads a
 * table of which one row in a hundred fails, simulates its import, and opens each page 31 times. It
 * prints a line for each: the milliseconds of the first time, the minimum, median and maximum of
 * further ones, the size in bytes, and what the page is.
 */
public final class FirstBytes {

  private static final int TIMES = 30;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private final String address;

  private FirstBytes(String address) {
    this.address = address;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    FirstBytes reader = new FirstBytes(args[0]);
    int rows = Integer.parseInt(args[3]);
    reader.post("/sign-in", "/sign-in", Map.of("name", args[1], "password", args[2]));
    String file = reader.upload(rows);
    String report = reader.post(file, file + "simulate", Map.of());
    if (!reader.get(report + "events").contains("event: finished")) {
      throw new IOException("the simulation has not ended");
    }
    for (Map.Entry<String, String> page : pages(file, report, rows).entrySet()) {
      reader.measure(page.getKey(), page.getValue());
    }
  }

  private static Map<String, String> pages(String file, String report, int rows) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("the report, first rows", report);
    pages.put("the report, rows from the middle", report + "?after=" + rows / 2);
    pages.put("the report, last rows", report + "?after=" + (rows - 30));
    pages.put("failed rows", report + "?outcome=failed");
    pages.put("failed rows from the middle", report + "?outcome=failed&after=" + rows / 2);
    pages.put("rows with a problem", report + "?code=data-error");
    pages.put("a text in one row, near the end", report + "?q=user" + (rows - 2));
    pages.put("a text in no row", report + "?q=nowhere-at-all");
    pages.put("failed rows to be mended", report + "?mend=1");
    pages.put("the file, with preview and reports", file);
    pages.put("the list of reports", file + "reports");
    pages.put("the list of files", "/users/import/");
    return pages;
  }

  private void measure(String name, String path) throws IOException, InterruptedException {
    double first = 0;
    double[] rest = new double[TIMES];
    int bytes = 0;
    for (int i = -1; i < TIMES; i++) {
      long begun = System.nanoTime();
      HttpResponse<InputStream> answer =
          client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        int start = body.read();
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        bytes = body.readAllBytes().length + 1;
        if (answer.statusCode() != 200 || start < 0) {
          throw new IOException(path + " answers " + answer.statusCode());
        }
        if (i < 0) {
          first = milliseconds;
        } else {
          rest[i] = milliseconds;
        }
      }
    }
    Arrays.sort(rest);
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %.1f %d %s%n",
        first,
        rest[0],
        rest[TIMES / 2],
        rest[TIMES - 1],
        bytes,
        name);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private String get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString()).body();
  }

  private String token(String page) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get(page));
    if (!token.find()) {
      throw new IOException(page + " has no form");
    }
    return token.group(1);
  }

  /** Sends a form of a page; where its answer leads to. */
  private String post(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(page));
    String form =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return location(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String location(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    Optional<String> location = answer.headers().firstValue("Location");
    if (answer.statusCode() != 303 || location.isEmpty()) {
      throw new IOException(request.uri() + " answers " + answer.statusCode());
    }
    return location.get();
  }

  private String upload(int rows) throws IOException, InterruptedException {
    String boundary = "----first-bytes";
    StringBuilder body = new StringBuilder();
    Map<String, String> fields =
        Map.of("_csrf", token("/users/import/"), "realm", "default", "format", "csv");
    fields.forEach(
        (name, value) ->
            body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--").append(boundary);
    body.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"");
    body.append("\r\nContent-Type: text/csv\r\n\r\nemail key,first_name,last_name,username\n");
    for (int i = 0; i < rows; i++) {
      body.append("user").append(i).append(i % 100 == 7 ? "" : "@example.com").append(",Name ");
      body.append(i).append(",Of a family,user-").append(i).append('\n');
    }
    body.append("\r\n--").append(boundary).append("--\r\n");
    return location(
        request("/users/import/")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }
}
