package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the documents say is what the program does. */
class DocsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern CODE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void thePageOfCommandsIsWhatTheHelpTextsSay() throws IOException {
    Path page = ROOT.resolve("docs/reference/cli.md");
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(page, CommandReference.page());
    }
    assertThat(page).hasContent(CommandReference.page());
  }

  @Test
  void everyProblemCodeIsExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/outcomes.md"));
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(page).contains("| `" + code.wireName() + "` | " + code.meaning());
    }
  }

  @Test
  void everyCommandInTheDocumentsIsOneThatTheProgramTakes() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      Matcher code = CODE.matcher(Files.readString(page));
      while (code.find()) {
        code.group(1)
            .lines()
            .map(line -> line.replaceAll("\\s+#.*", "").strip())
            .filter(line -> line.matches("(.*\\s)?(bin/)?muster .*"))
            .forEach(commands::add);
      }
    }
    assertThat(commands).hasSizeGreaterThan(20);
    commands.forEach(DocsTest::checkTaken);
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        Path folder = page.getParent();
        assertThat(folder.resolve(link.group(1))).as("a link in %s", page).exists();
      }
    }
  }

  @Test
  void aCommandThatDoesNotExistWouldBeNoticed() {
    CommandLine commands = CommandReference.commands();
    assertThat(taken(commands, "muster import --no-such-option")).isFalse();
    assertThat(taken(commands, "muster no-such-command")).isFalse();
  }

  private static void checkTaken(String line) {
    if (!taken(CommandReference.commands(), line)) {
      fail("the program does not take: " + line);
    }
  }

  private static boolean taken(CommandLine commands, String line) {
    String words = line.replaceAll("^.*?(bin/)?muster ", "").replaceAll("\\s*[|<>].*", "");
    try {
      commands.parseArgs(words.replace("\"", "").split("\\s+"));
      return true;
    } catch (ParameterException e) {
      return false;
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("docs", "examples", "bench", "conformance")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      pages.add(ROOT.resolve(page));
    }
    return pages;
  }
}
