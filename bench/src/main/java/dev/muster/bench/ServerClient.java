package dev.muster.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of Authgear's User Import API. Thread-safe. */
final class ServerClient {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(task_\\w+)\"");
  private static final Pattern INSERTED = Pattern.compile("\"inserted\"\\s*:\\s*(\\d+)");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI imports;
  private final String token;

  ServerClient(String server, String token) {
    this.imports = URI.create(server + "/_api/admin/users/import");
    this.token = token;
  }

  /** A request to import new users. */
  static String request(long firstUser, int users) {
    StringBuilder text = new StringBuilder(Writing.REQUEST_START);
    for (int i = 0; i < users; i++) {
      text.append(i == 0 ? "" : ",\n");
      Writing.record(text, People.person(firstUser + i, 0));
    }
    return text.append(Writing.REQUEST_END).toString();
  }

  /** Starts an import, and returns its id. */
  String start(String request) throws IOException, InterruptedException {
    HttpRequest post =
        authorized(imports)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request))
            .build();
    return id(answer(post));
  }

  private HttpRequest.Builder authorized(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  private static String id(String answer) {
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException("no id in " + answer);
    }
    return id.group(1);
  }

  /** How many users a completed import has inserted; -1 while it is not completed. */
  int inserted(String id) throws IOException, InterruptedException {
    String answer = answer(authorized(URI.create(imports + "/" + id)).GET().build());
    Matcher inserted = INSERTED.matcher(answer);
    return answer.contains("\"completed\"") && inserted.find()
        ? Integer.parseInt(inserted.group(1))
        : -1;
  }
}
