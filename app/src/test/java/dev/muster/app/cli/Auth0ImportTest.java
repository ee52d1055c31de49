package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code users import} into the directory, without a terminal. */
class Auth0ImportTest {

  private static final String STARTED =
"""

=== sqlite:%s started user import job

 ▸    Job with ID 'job_[A-Za-z0-9]{16}' successfully started.
 ▸    Run 'muster imports show job_[A-Za-z0-9]{16}' to get the status of the job.
""";

  @TempDir private Path folder;

  private Run run(String input, String... arguments) {
    List<String> words = new ArrayList<>(List.of("users", "import"));
    words.addAll(List.of(arguments));
    return Run.with(folder, input.getBytes(UTF_8), words.toArray(String[]::new));
  }

  private String error(String message) {
    return "\n=== sqlite:" + folder.resolve("muster.db") + " error\n\n ▸    " + message + "\n\n";
  }

  private void refuses(String message, String input, String... arguments) {
    Run run = run(input, arguments);
    assertThat(run.err()).isEqualTo(error(message));
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void startsAJobThatIsFinishedWhenItReturns() {
    Run run = run("[{\"email\":\"jo@example.com\"}]", "-c", "default");
    assertThat(run.err()).matches(STARTED.replace("%s", "\\S+/muster.db"));
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(Run.of(folder, "users", "show", "jo@example.com", "--json").status()).isZero();
    String id = run.err().replaceAll("(?s).*Job with ID '(job_\\w+)'.*", "$1");
    assertThat(Run.of(folder, "imports", "show", id).out()).contains("1");
  }

  @Test
  void theCommandThatShowsTheJobNamesTheDirectoryIfThisOneDoes() {
    String database = "sqlite:" + folder.resolve("other.db");
    Run run = run("[{\"email\":\"jo@example.com\"}]", "-c", "default", "--db", database);
    assertThat(run.err())
        .matches(
            "(?s).*Run 'muster imports show job_\\w{16} --db "
                + database
                + "' to get the status of the job\\..*");
  }

  @Test
  void aFileGivenAsUsersIsRefusedWithARemedy() throws Exception {
    Files.writeString(folder.resolve("my users.json"), "[]");
    for (String users : List.of("my users.json", "@my users.json")) {
      refuses(
          "Invalid JSON input: invalid character '"
              + users.charAt(0)
              + "' looking for beginning of value (--users is the JSON text itself; for a file:"
              + " --users \"$(cat 'my users.json')\").",
          "",
          "-c",
          "default",
          "-u",
          users);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedWithARemedy() {
    byte[] users = "[{\"email\":\"jo@example.com\",\"name\":\"Zo\u00eb\"}]".getBytes(ISO_8859_1);
    Run run = Run.with(folder, users, "users", "import", "-c", "default");
    assertThat(run.err())
        .contains(
            "Invalid JSON input: Byte 38, on line 1, is not valid UTF-8. The file seems to be"
                + " windows-1252: convert it with iconv -t utf-8 -f windows-1252 FILE >"
                + " utf-8.json.");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void countsUsersThatFailAndListsThemAtWish() {
    String twice = "[{\"email\":\"jo@example.com\"},\n{\"email\":\"jo@example.com\"}]";
    Run run = run(twice, "-c", "default", "--wait");
    assertThat(run.err())
        .contains(" ▸    1 of 2 users failed. Run 'muster imports show job_")
        .contains(" ▸    user 2, line 2: DUPLICATED_USER: ");
    assertThat(run.status()).isZero();
  }

  @Test
  void upsertIsOffUnlessGiven() {
    String jo = "[{\"email\":\"jo@example.com\",\"name\":\"Jo\"}]";
    run(jo, "-c", "default");
    assertThat(run(jo, "-c", "default").err()).contains("1 of 1 user failed");
    assertThat(run(jo, "-c", "default", "--upsert").err()).doesNotContain("failed");
    assertThat(run(jo, "-c", "default", "--upsert=false").err()).contains("1 of 1 user failed");
  }

  @Test
  void usersOfTheFlagGoBeforeStandardInput() {
    run("[{\"email\":\"piped@example.com\"}]", "-c", "default", "-u", "[{\"email\":\"a@b.org\"}]");
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("1");
    assertThat(Run.of(folder, "users", "show", "a@b.org").status()).isZero();
  }

  @Test
  void standardInputGoesBeforeTheTemplate() {
    run("[{\"email\":\"piped@example.com\"}]", "-c", "default", "-t", "Basic Example");
    assertThat(Run.of(folder, "users", "show", "piped@example.com").status()).isZero();
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("1");
  }

  @Test
  void aTemplateIsImportedWhereNobodyCanEditItUnlessToldOtherwise() {
    refuses(
        "Invalid JSON input: unexpected end of JSON input.",
        "",
        "-c",
        "default",
        "-t",
        "Basic Example",
        "--compatible");
    assertThat(run("", "-c", "default", "-t", "Basic Example").status()).isZero();
    assertThat(Run.of(folder, "users", "show", "john.doe@contoso.com").status()).isZero();
    refuses(
        "Invalid JSON input: there is no template 'Basic'; there are 'Empty', 'Basic Example',"
            + " 'Custom Password Hash Example', 'MFA Factors Example'.",
        "",
        "-c",
        "default",
        "-t",
        "Basic");
  }

  @ParameterizedTest
  @CsvSource({
    "antoinette,shh",
    "mary,shh",
    "velma,shh",
    "edward,shh",
    "terrell,shh",
    "cecil,shh",
    "sean,shh",
    "peter,test"
  })
  void thePasswordsOfTheTemplateAreKnown(String name, String password) {
    run("", "-c", "default", "-t", "Custom Password Hash Example");
    Run verified =
        Run.with(
            folder,
            password.getBytes(UTF_8),
            "users",
            "verify",
            name + "@contoso.com",
            "--password-stdin");
    assertThat(verified.status()).isZero();
  }

  @Test
  void theOtherTemplatesAreImported() {
    assertThat(run("", "-c", "default", "-t", "Empty").status()).isZero();
    assertThat(run("", "-c", "default", "-t", "MFA Factors Example").err())
        .contains("1 of 4 users failed"); // the secret of one is not Base32, as in the original
    assertThat(run("", "-c", "default", "-u", "[]").status()).isZero();
  }

  @Test
  void aConnectionIsARealm() {
    refuses(
        "Failed to read connection with name \"nowhere\": 404 Not Found: Connection not found.",
        "[]",
        "-c",
        "nowhere");
    refuses(
        "Failed to read connection with name \"\": 400 Bad Request: Name cannot be empty.", "[]");
    refuses(
        "Failed to read connection with name \"\": 400 Bad Request: Name cannot be empty.",
        "[]",
        "-c",
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | unexpected end of JSON input",
        "` \n ` | unexpected end of JSON input",
        "{} | json: cannot unmarshal object into Go value of type []map[string]interface {}",
        "7 | json: cannot unmarshal number into Go value of type []map[string]interface {}",
        "true | json: cannot unmarshal bool into Go value of type []map[string]interface {}",
        "\"x\" | json: cannot unmarshal string into Go value of type []map[string]interface {}",
        "users | invalid character 'u' looking for beginning of value"
      })
  void aPayloadThatIsNoArrayIsRefused(String payload, String message) {
    refuses("Invalid JSON input: " + message + ".", payload, "-c", "default");
    assertThat(Run.of(folder, "imports", "list").out()).doesNotContain("imp_");
  }

  @Test
  void brokenJsonIsRefusedAndNothingIsImported() {
    Run run = run("[{\"email\":\"a@b.org\"},{\"email\":", "-c", "default");
    assertThat(run.err()).contains(" ▸    Invalid JSON input: ");
    assertThat(run.status()).isEqualTo(1);
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("0");
    refuses(
        "Failed to import users: 400 Bad Request: Must provide 'users' file as multipart part.",
        "null",
        "-c",
        "default");
  }

  @Test
  void aByteOrderMarkAndLinesAreAccepted() {
    assertThat(run("\uFEFF[{\"email\":\"a@b.org\"}]", "-c", "default").status()).isZero();
    run("{\"email\":\"c@b.org\"}\n{\"email\":\"d@b.org\"}\n", "-c", "default");
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("3");
  }

  @Test
  void flagsAreReadAsGoReadsThem() {
    refuses(
        "Unknown command \"false\" for \"muster users import\"; write --upsert=false.",
        "[]",
        "-c",
        "default",
        "--upsert",
        "false");
    refuses("Unknown command \"x\" for \"muster users import\".", "[]", "x");
    refuses("Unknown flag: --json.", "[]", "--json");
    refuses("Unknown shorthand flag: 'x' in -x.", "[]", "-x");
    refuses("Flag needs an argument: --users.", "[]", "--users");
    refuses("Flag needs an argument: 'c' in -c.", "[]", "-c");
    refuses(
        "Invalid argument \"maybe\" for \"--upsert\" flag: strconv.ParseBool: parsing \"maybe\":"
            + " invalid syntax.",
        "[]",
        "--upsert=maybe");
    refuses(
        "If any flags in the group [template users] are set none of the others can be; [template"
            + " users] were all set.",
        "",
        "-c",
        "default",
        "-t",
        "Empty",
        "-u",
        "[]");
    assertThat(run("[]", "-c=default", "--email-results=false", "--upsert=T").status()).isZero();
    assertThat(run("[]", "-cdefault", "--no-input", "--no-color", "--debug").status()).isZero();
    assertThat(run("[]", "-c", "nowhere", "-c", "default").status()).isZero();
  }

  @Test
  void flagsMayPrecedeTheCommand() {
    Run run =
        Run.of(
            folder,
            "--no-input",
            "--db",
            "sqlite:x.db",
            "users",
            "import",
            "-u",
            "[]",
            "-c",
            "default");
    assertThat(run.err()).contains("x.db started user import job");
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("x.db")).exists();
  }

  @Test
  void agentModeIsTold() {
    assertThat(run("[]", "-c", "default", "--agent-mode").err()).startsWith(" ▸    Agent mode");
    Run piped =
        Run.in(
            folder,
            "[]".getBytes(UTF_8),
            Map.of("CLAUDECODE", "1"),
            Interrupts.NONE,
            "users",
            "import",
            "-c",
            "default");
    assertThat(piped.err()).startsWith("\n===");
  }

  @Test
  void helpNamesEveryFlagOfThePublishedPage() {
    assertThat(Run.of(folder, "users", "import", "--help").out())
        .contains("-c, --connection-name", "-t, --template", "-u, --users", "--upsert")
        .contains("--email-results", "--tenant", "--debug", "--no-color", "--no-input");
  }

  @Test
  void theScriptOfAuth0PassesUsersImportOnAndKnowsNothingElse() throws Exception {
    Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    Path script = Files.copy(root.resolve("bin/auth0"), folder.resolve("auth0"));
    Path muster = Files.writeString(folder.resolve("muster"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertThat(muster.toFile().setExecutable(true)).isTrue();
    assertThat(script(script, "users", "import", "-c", "a b"))
        .isEqualTo("0 <users><import><-c><a b>");
    assertThat(script(script, "--tenant", "users", "users", "import"))
        .isEqualTo("0 <--tenant><users><users><import>");
    for (List<String> other :
        List.of(List.of("users", "list"), List.<String>of(), List.of("api"))) {
      assertThat(script(script, other.toArray(String[]::new))).startsWith("1 auth0: this is");
    }
  }

  private static String script(Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + out.strip();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSubmittedImportOfTheSameUsersIsLeftToItsWorker(boolean paused) throws Exception {
    String users = "[{\"email\":\"jo@example.com\"}]";
    Run.file(folder, "users.json", users);
    byte[] input = users.getBytes(UTF_8);
    Run submitted =
        Run.with(folder, input, "import", "-", "--format=auth0", "--upsert", "--submit", "--json");
    String id = String.valueOf(submitted.document().text("id"));
    if (paused) {
      assertThat(Run.of(folder, "imports", "pause", id).status()).isZero();
    }

    Run run = run(users, "-c", "default", "--upsert");

    assertThat(run.err()).contains("successfully started");
    assertThat(run.status()).isZero();
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("1");
    assertThat(Run.of(folder, "imports", "list").out())
        .contains(id + (paused ? "  paused" : "  pending"), "completed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUpdateKeepsWhatItsRowLacksIfThatIsAsked(boolean keep) throws Exception {
    run(
        "[{\"email\":\"jo@example.com\",\"email_verified\":true,"
            + "\"user_metadata\":{\"a\":1,\"b\":1}}]",
        "-c",
        "default");
    String row = "[{\"email\":\"jo@example.com\",\"user_metadata\":{\"b\":2}}]";

    Run run =
        keep
            ? run(row, "-c", "default", "--upsert", "--merge-metadata", "--keep-email-verified")
            : run(row, "-c", "default", "--upsert");

    assertThat(run.status()).as(run.err()).isZero();
    String user = Run.of(folder, "users", "show", "jo@example.com", "--json").out();
    assertThat(user.contains("\"a\":1")).as(user).isEqualTo(keep);
    assertThat(user).contains("\"b\":2", "\"email_verified\":" + keep);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--merge-metadata", "--keep-email-verified"})
  void whatAuth0LacksIsNotSentToATenant(String flag) throws Exception {
    Run run = run("[]", "--tenant", "tenant.eu.auth0.com", flag, "-c", "default");
    assertThat(run.err())
        .contains("--merge-metadata and --keep-email-verified can't be used with --tenant");
    assertThat(run.status()).isEqualTo(1);
  }
}
