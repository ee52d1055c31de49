package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Auth0Server.Call;
import dev.muster.app.cli.Auth0Server.Reply;
import dev.muster.app.cli.session.Interrupts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code users import --tenant}: what is asked of a server, and what its answers do. */
class Auth0RemoteTest {

  private static final String FIRST = "job_0000000000000001";
  private static final String ONE_USER = "[{\"email\":\"jo@example.com\"}]";

  @TempDir private Path folder;
  private Auth0Server server;

  @BeforeEach
  void start() throws IOException {
    server = new Auth0Server();
    server.reply("POST import", Reply.of(202, Auth0Server.job(FIRST, "pending")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Run run(String input, String... arguments) {
    List<String> words =
        new ArrayList<>(List.of("users", "import", "--tenant", server.url(), "-c", "Customers"));
    words.addAll(List.of(arguments));
    return Run.in(
        folder,
        input.getBytes(UTF_8),
        Map.of("MUSTER_TOKEN", "secret-token"),
        Interrupts.NONE,
        words.toArray(String[]::new));
  }

  private String domain() {
    return server.url().substring("http://".length());
  }

  @Test
  void makesTheCallsOfAuth0sCommandInItsOrder() {
    Run run = run(ONE_USER, "--upsert", "--email-results=false");
    assertThat(run.err())
        .isEqualTo(
            "\n=== "
                + domain()
                + " started user import job\n\n ▸    Job with ID '"
                + FIRST
                + "' successfully started.\n ▸    Run 'auth0 api jobs/"
                + FIRST
                + "' to get the status of the job.\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isZero();
    String clients = "GET /api/v2/connections/con_aaaaaaaaaaaaaaaa/clients";
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v2/connections?include_totals=true&per_page=100"
                + "&strategy%5B0%5D=auth0&strategy%5B1%5D=email&strategy%5B2%5D=sms",
            clients,
            "GET /api/v2/connections?include_totals=true&name=Customers&per_page=50",
            clients,
            "POST /api/v2/jobs/users-imports");
    assertThat(server.calls).allMatch(call -> call.authorization().equals("Bearer secret-token"));
    Call post = server.calls.get(4);
    String boundary = "--" + post.contentType().replaceAll(".*boundary=", "");
    String part = boundary + "\r\nContent-Disposition: form-data; name=";
    assertThat(post.body())
        .isEqualTo(
            part
                + "\"connection_id\"\r\n\r\ncon_aaaaaaaaaaaaaaaa\r\n"
                + part
                + "\"upsert\"\r\n\r\ntrue\r\n"
                + part
                + "\"external_id\"\r\n\r\n\r\n"
                + part
                + "\"send_completion_email\"\r\n\r\nfalse\r\n"
                + part
                + "\"users\"; filename=\"users.json\"\r\nContent-Type: application/json\r\n\r\n"
                + ONE_USER
                + "\r\n"
                + boundary
                + "--\r\n");
  }

  @Test
  void saysThatResultsAreMailed() {
    assertThat(run(ONE_USER).err())
        .endsWith(" ▸    Results of your user import job will be sent to your email.\n");
  }

  @Test
  void nullSendsNoUsersAndAnEmptyListIsSent() {
    run("null");
    assertThat(server.calls.get(4).body()).doesNotContain("\"users\"");
    run("[]");
    assertThat(server.calls.get(9).body()).contains("\r\n\r\n[]\r\n");
  }

  @Test
  void linesAreSentAsAnArray() {
    run("{\"email\":\"a@b.org\"}\n{\"email\":\"c@d.org\"}\n");
    assertThat(server.calls.get(4).body())
        .contains("\r\n\r\n[{\"email\":\"a@b.org\"},{\"email\":\"c@d.org\"}]\r\n");
  }

  private void fails(String message, String input, String... arguments) {
    Run run = run(input, arguments);
    assertThat(run.err()).endsWith("\n=== " + domain() + " error\n\n ▸    " + message + "\n\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void errorsOfTheApiAreToldAsTheyAre() {
    String body =
        "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"Connection must be"
            + " a database connection\",\"errorCode\":\"operation_not_supported\"}";
    server.reply("POST import", Reply.of(400, body));
    fails(
        "Failed to import users: 400 Bad Request: Connection must be a database connection.",
        ONE_USER);
  }

  @Test
  void connectionsThatCannotBeUsedAreTold() {
    server.reply(
        "GET clients",
        Reply.of(200, "{\"clients\":[{\"client_id\":\"x\"}]}"),
        Reply.of(200, "{\"clients\":[]}"));
    fails(
        "Failed to continue due to the connection with name \"Customers\" being disabled, enable"
            + " an application on this connection and try again.",
        ONE_USER);
    fails(
        "There are currently no active database or passwordless connections to choose from.",
        ONE_USER);
    assertThat(server.lines()).noneMatch(line -> line.startsWith("POST"));
  }

  @Test
  void unknownConnectionsAreTold() {
    server.reply(
        "GET connections",
        Reply.of(200, Auth0Server.connections("con_aaaaaaaaaaaaaaaa", "Customers")),
        Reply.of(200, "{\"start\":0,\"limit\":50,\"total\":0,\"connections\":[]}"));
    fails(
        "Failed to read connection with name \"Customers\": 404 Not Found: Connection not found.",
        ONE_USER);
  }

  @Test
  void aServersErrorsAreTriedAgainThreeTimes() {
    server.reply("POST import", Reply.of(500, "<h1>oops</h1>"));
    fails(
        "Failed to import users: 500 Internal Server Error: the answer is not JSON; is this the"
            + " address of the API?",
        ONE_USER);
    assertThat(server.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(4);
    server.reply(
        "POST import", Reply.of(503, ""), Reply.of(202, Auth0Server.job(FIRST, "pending")));
    assertThat(run(ONE_USER).status()).isZero();
  }

  @Test
  void tooManyJobsAreWaitedForAndThatIsTold() {
    String body =
        "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"There are 2 active\"}";
    String reset = Long.toString(Instant.now().getEpochSecond() + 1);
    server.reply(
        "POST import",
        new Reply(429, body, Map.of("X-RateLimit-Reset", reset)),
        Reply.of(202, Auth0Server.job(FIRST, "pending")));
    Run run = run(ONE_USER);
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith(
            " ▸    The server asks to wait (429 Too Many Requests: There are 2 active). Next"
                + " attempt in 1 s; gives up after 600 s (--max-wait).\n");
    server.reply("POST import", Reply.of(429, body));
    fails(
        "Failed to import users: 429 Too Many Requests: There are 2 active (waited 0 s; the"
            + " server's next turn is in 5 s, which is beyond --max-wait).",
        ONE_USER,
        "--max-wait",
        "3");
  }

  @Test
  void aServerThatHangsIsGivenUp() {
    server.reply("POST import", Auth0Server.HANGS);
    fails(
        "Failed to import users: "
            + domain()
            + " gave no whole answer within 1 s (--timeout); whether it started the job is not"
            + " known.",
        ONE_USER,
        "--timeout=1");
  }

  @Test
  void nonsenseIsNoJob() {
    server.reply("POST import", Reply.of(200, "{\"hello\":\"\\u0001\"}"));
    fails(
        "Failed to import users: the answer (status 200) has no id and status of a job; is this"
            + " the address of an Auth0 tenant or of Muster's server?",
        ONE_USER);
    server.reply(
        "POST import", new Reply(302, "", Map.of("Location", "https://example.org/login?token=x")));
    fails(
        "Failed to import users: 302: the server redirects to https://example.org, which is not"
            + " followed: give --tenant the address itself.",
        ONE_USER);
    server.reply("POST import", Auth0Server.CUT_OFF);
    assertThat(run(ONE_USER).err()).contains("Failed to import users: " + domain() + " broke off");
    server.reply("GET connections", Reply.of(200, "\u0000<html>"));
    assertThat(run(ONE_USER).err()).contains("Failed to list connections: the answer (status 200)");
  }

  @Test
  void badPayloadsAreNotSent() {
    fails(
        "Invalid JSON input: json: cannot unmarshal number into Go value of type"
            + " map[string]interface {}.",
        "[1]");
    fails("Invalid JSON input: unexpected end of JSON input.", "[{\"email\":\"a@b.org\"");
    fails("Invalid JSON input: invalid character ';' after array element.", "[{};{}]");
    fails("Invalid JSON input: invalid character 'x' after top-level value.", "[{}] x");
    assertThat(server.lines()).noneMatch(line -> line.startsWith("POST"));
  }

  private static String users(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "{\"email\":\"user" + i + "@example.com\",\"name\":\"" + "x".repeat(200) + "\"}")
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  @Test
  void largeInputsAreSplitAndPacedAndFailedUsersFoundByTheirPlace() {
    server.reply(
        "POST import",
        Reply.of(202, Auth0Server.job("job_1", "pending")),
        Reply.of(202, Auth0Server.job("job_2", "pending")),
        Reply.of(202, Auth0Server.job("job_3", "pending")));
    String completed =
        "{\"id\":\"job_1\",\"status\":\"completed\",\"summary\":"
            + "{\"failed\":1,\"updated\":0,\"inserted\":29,\"total\":30}}";
    server.reply("GET job", Reply.of(200, completed));
    String failed =
        "[{\"user\":{\"email\":\"user50@example.com\",\"name\":\""
            + "x".repeat(200)
            + "\"},\"errors\":[{\"code\":\"DUPLICATED_USER\",\"message\":\"exists\"}]}]";
    server.reply("GET errors", Reply.of(204, ""), Reply.of(200, failed), Reply.of(204, ""));
    Run run = run(users(90), "--part-bytes", "10000");
    assertThat(run.err())
        .contains("Job with ID 'job_1' successfully started with users 1 to 36 of 90.")
        .contains("Job with ID 'job_2' successfully started with users 37 to 72 of 90.")
        .contains("Job with ID 'job_3' successfully started with users 73 to 90 of 90.")
        .contains(" ▸    user 51, line 51: DUPLICATED_USER: exists")
        .contains(" ▸    90 users in 3 jobs: 87 inserted, 0 updated, 3 failed.");
    assertThat(run.status()).isZero();
    List<String> lines = server.lines().subList(4, server.lines().size());
    assertThat(lines)
        .containsExactly(
            "POST /api/v2/jobs/users-imports",
            "POST /api/v2/jobs/users-imports",
            "GET /api/v2/jobs/job_1",
            "GET /api/v2/jobs/job_1/errors",
            "POST /api/v2/jobs/users-imports",
            "GET /api/v2/jobs/job_2",
            "GET /api/v2/jobs/job_2/errors",
            "GET /api/v2/jobs/job_3",
            "GET /api/v2/jobs/job_3/errors");
    assertThat(server.calls.get(4).body().length()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void waitsForAJobAndTellsThatItFailed() {
    server.reply(
        "GET job",
        Reply.of(200, Auth0Server.job(FIRST, "processing")),
        Reply.of(200, Auth0Server.job(FIRST, "failed")));
    server.reply("GET errors", Reply.of(200, "{\"status_details\":\"the users are no JSON\"}"));
    Run run = run(ONE_USER, "--wait");
    assertThat(run.err()).contains(" ▸    Job '" + FIRST + "' failed: the users are no JSON\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void whatWasNotSentIsTold() {
    server.reply(
        "POST import",
        Reply.of(202, Auth0Server.job("job_1", "pending")),
        Reply.of(401, "{\"error\":\"Unauthorized\",\"message\":\"Invalid token\"}"));
    Run run = run(users(90), "--part-bytes", "10000");
    assertThat(run.err())
        .contains(
            " ▸    Users 37 to 90 were not sent, as far as is known."
                + " The jobs that were started go on.")
        .contains("Failed to import users: 401 Unauthorized: Invalid token.");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void compatibleSendsInOnePiece() {
    run(users(90), "--part-bytes", "10000", "--compatible");
    assertThat(server.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(1);
  }

  @Test
  void tokensComeFromTheEnvironmentOrAFile() throws IOException {
    Run none = Run.of(folder, "users", "import", "--tenant", server.url(), "-u", "[]");
    assertThat(none.err()).contains(" ▸    Not logged in. ");
    assertThat(none.status()).isEqualTo(1);
    Files.writeString(folder.resolve("token"), "from-a-file\n");
    run(ONE_USER, "--token-file", "token");
    assertThat(server.calls).allMatch(call -> call.authorization().equals("Bearer from-a-file"));
    Files.writeString(folder.resolve("token"), "two words");
    assertThat(run(ONE_USER, "--token-file", "token").err()).contains("is it the right file?\n");
    assertThat(run(ONE_USER, "--token-file", "none").err())
        .contains("The file with the token can't be read: ", "none: there is no such file.");
  }

  @Test
  void addressesAreChecked() {
    for (String bad :
        List.of("http://example.com", "ftp://x", "https://a/b", "a b", "https://u:secret@h")) {
      Run run = run(ONE_USER, "--tenant", bad);
      assertThat(run.err()).doesNotContain("secret");
      assertThat(run.err()).as(bad).contains("--tenant ");
      assertThat(run.status()).isEqualTo(1);
    }
    assertThat(server.calls).isEmpty();
  }

  @Test
  void headingsShowNoMoreThanTheHostOfABadAddress() {
    Map<String, String> headings =
        Map.of(
            "ann:s3cret@tenant.example", "tenant.example",
            "https://ann:s3cret@tenant.example:8420", "tenant.example",
            "https://tenant.example/?token=s3cret", "tenant.example",
            "tenant.example#s3cret", "tenant.example",
            "s3cret/x@tenant.example", "tenant",
            "ann:1/s3cret@tenant.example", "tenant",
            "ann:s3 cret@tenant.example", "tenant",
            "ann:s3cret@tenant.example/?next=https://x", "tenant");
    headings.forEach(
        (given, heading) -> {
          Run run = run(ONE_USER, "--tenant", given);
          assertThat(run.err()).startsWith("\n=== " + heading + " error\n").doesNotContain("s3");
          assertThat(run.status()).isEqualTo(1);
        });
  }

  @Test
  void redirectsShowNoMoreThanAServer() {
    Map<String, String> targets =
        Map.of(
            "https://ann:SECRET@example.org:8420/login?code=SECRET",
            "https://example.org:8420",
            "//other.example/SECRET",
            "http://other.example",
            "login?code=SECRET",
            "another path",
            "/login?code=SECRET",
            "another path",
            server.url() + "/SECRET",
            "another path",
            "https://" + domain() + "/SECRET",
            "https://" + domain(),
            "https://exa mple.org/SECRET",
            "elsewhere",
            "https://" + "SECRET.".repeat(40) + "org",
            "elsewhere",
            "app:SECRET",
            "elsewhere");
    targets.forEach(
        (location, target) -> {
          server.reply("POST import", new Reply(302, "", Map.of("Location", location)));
          fails(
              "Failed to import users: 302: the server redirects to "
                  + target
                  + ", which is not followed: give --tenant the address itself.",
              ONE_USER);
        });
  }
}
