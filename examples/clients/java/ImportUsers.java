import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Imports users through Authgear's User Import API, and prints the completed task.
 *
 * <pre>MUSTER_TOKEN=$(muster token create) java ImportUsers.java ../../authgear-users.json</pre>
 *
 * <p>MUSTER_URL is the server, http://127.0.0.1:8420 if it is not set; MUSTER_TOKEN is a token with
 * the scopes imports:write and imports:read.
 */
public final class ImportUsers {

  private static final String SERVER =
      System.getenv().getOrDefault("MUSTER_URL", "http://127.0.0.1:8420");
  private static final URI ENDPOINT = URI.create(SERVER + "/_api/admin/users/import");

  /** The beginning of a task's document; a program with a JSON library would parse it. */
  private static final Pattern TASK =
      Pattern.compile("^\\{\"id\":\"(\\w+)\".*?\"status\":\"(\\w+)\"", Pattern.DOTALL);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private ImportUsers() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String document =
        call(request(ENDPOINT).POST(BodyPublishers.ofFile(Path.of(arguments[0]))).build());
    Matcher task = task(document);
    while (task.group(2).equals("pending")) {
      Thread.sleep(200);
      document = call(request(URI.create(ENDPOINT + "/" + task.group(1))).build());
      task = task(document);
    }
    System.out.println(document);
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + System.getenv("MUSTER_TOKEN"))
        .header("Content-Type", "application/json");
  }

  private static String call(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      System.err.println(answer.statusCode() + " " + answer.body());
      System.exit(1);
    }
    return answer.body();
  }

  private static Matcher task(String document) {
    Matcher task = TASK.matcher(document);
    if (!task.find()) {
      throw new IllegalStateException("not a task: " + document);
    }
    return task;
  }
}
