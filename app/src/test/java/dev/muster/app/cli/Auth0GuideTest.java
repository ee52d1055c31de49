package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of Auth0's page of the command run, and docs/guides/from-auth0.md shows what they
 * print. {@code -Dmuster.write=true} writes the page anew.
 */
class Auth0GuideTest {

  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guides/from-auth0.md");
  private static final Pattern TRANSCRIPT =
      Pattern.compile("(?<=<!-- transcript -->\n).*(?=<!-- end of transcript -->)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static final String USERS =
      "[{\"email\":\"jo@example.com\",\"name\":\"Jo\"},{\"email\":\"sam@example.com\"}]";
  private static final String CONNECTION = "Username-Password-Authentication";

  /** The published examples, and what is typed at those that ask. */
  private static final List<List<String>> EXAMPLES =
      List.of(
          List.of("", "2\n2\ny\n"),
          List.of("--connection-name \"C\"", "2\ny\n"),
          List.of("--connection-name \"C\" --users \"[]\"", "y\n"),
          List.of("--connection-name \"C\" --users \"$(cat path/to/users.json)\"", "y\n"),
          List.of("--connection-name \"C\"", "pipe"),
          List.of("-c \"C\" --template \"Basic Example\"", "y\n"),
          List.of("-c \"C\" --users \"$(cat path/to/users.json)\" --upsert --email-results", "y\n"),
          List.of(
              "-c \"C\" --users \"$(cat path/to/users.json)\" --upsert --email-results --no-input",
              ""),
          List.of("-c \"C\" --upsert --email-results --no-input", "pipe"),
          List.of("-c \"C\" -u \"$(cat path/to/users.json)\" --upsert --email-results", "y\n"),
          List.of("-c \"C\" --upsert --email-results", "pipe"),
          List.of("-c \"C\" -t \"Basic Example\" --upsert --email-results", "y\n"),
          List.of("-c \"C\" -t \"Basic Example\" --upsert=false --email-results=false", "y\n"),
          List.of("-c \"C\" -t \"Basic Example\" --upsert=false --email-results=false", "n\n"));

  @TempDir private Path root;

  @Test
  void theExamplesOfThePublishedPageRunAsTheGuideShows() throws IOException {
    StringBuilder transcript = new StringBuilder();
    for (int i = 0; i < EXAMPLES.size(); i++) {
      String flags = EXAMPLES.get(i).get(0).replace("\"C\"", '"' + CONNECTION + '"');
      transcript.append(example(i, flags, EXAMPLES.get(i).get(1)));
    }
    String page = Files.readString(PAGE);
    String wanted =
        TRANSCRIPT.matcher(page).replaceFirst(Matcher.quoteReplacement(transcript.toString()));
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(transcript).contains("? Connection Name:", "? Template:");
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private String example(int number, String flags, String keys) throws IOException {
    Path folder = Files.createDirectory(root.resolve("example" + number));
    Run.of(folder, "realms", "create", CONNECTION);
    boolean piped = keys.equals("pipe");
    List<String> words = new ArrayList<>(List.of("users", "import"));
    words.addAll(words(flags));
    String[] arguments = words.toArray(String[]::new);
    TestTerminal terminal = new TestTerminal("dumb");
    Path editor = Files.writeString(folder.resolve("vi"), "#!/bin/sh\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of("EDITOR", "'" + editor + "'", "CLICOLOR", "0", "GIT_EDITOR", "", "VISUAL", "");
    Run run =
        piped
            ? Run.with(folder, USERS.getBytes(UTF_8), arguments)
            : terminal.run(folder, keys, environment, arguments);
    assertThat(run.status()).as(flags + run.err()).isZero();
    assertThat(run.out()).isEmpty();
    String command = "auth0 users import " + flags;
    return "```console\n$ "
        + ((piped ? "cat path/to/users.json | " : "") + command).strip()
        + "\n"
        + shown(terminal.screen() + run.err(), folder)
        + "```\n\n";
  }

  private static List<String> words(String flags) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(flags.replace("\"$(cat path/to/users.json)\"", "USERS"));
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.equals("USERS") ? USERS : text);
    }
    return words;
  }

  private static String shown(String text, Path folder) {
    return text.substring(Math.max(0, text.indexOf("? ")))
        .replace("\r", "")
        .replace("sqlite:" + folder + "/", "sqlite:/srv/muster/")
        .replaceAll("job_[A-Za-z0-9]{16}", "job_0123456789abcdef");
  }
}
