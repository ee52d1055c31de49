package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents show what commands print: text between {@code <!-- transcript: COMMANDS -->} and {@code
 * <!-- end of transcript -->} is the output of the last command. {@code -Dmuster.write=true} writes
 * it anew.
 */
class TranscriptsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern TRANSCRIPT =
      Pattern.compile(
          "(<!-- transcript: (.*?) -->\n)(.*?)(<!-- end of transcript -->)", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md"})
  void aDocumentShowsWhatItsCommandsPrint(String name) throws Exception {
    copyExamples();
    Path page = ROOT.resolve(name);
    String text = Files.readString(page);
    String now =
        TRANSCRIPT
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(found.group(1) + printed(found) + found.group(4)));
    if (Boolean.getBoolean("muster.write")) {
      Files.writeString(page, now);
    }
    assertThat(TRANSCRIPT.matcher(text).results().count()).isGreaterThan(1);
    assertThat(page).hasContent(now);
  }

  private String printed(MatchResult found) {
    String out = "";
    for (String command : found.group(2).split(" && ", -1)) {
      String[] words = command.replaceFirst("^bin/muster ", "").split(" ", -1);
      Map<String, String> typed = Map.of("MUSTER_COMMAND", "bin/muster");
      out = Run.in(folder, new byte[0], typed, Interrupts.NONE, words).out();
    }
    return "```text\n" + settled(out).strip() + "\n```\n";
  }

  /** The output without what is different each time. */
  private String settled(String out) {
    return out.replace("sqlite:" + folder + "/", "sqlite:")
        .replace(folder + "/", "")
        .replaceAll("imp_[0-9a-z]{8,}", "imp_06dyn3g8t2kq")
        .replaceAll(
            "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
            "5f3a9c01-77de-8b42-a000-00000000002a")
        .replaceAll("in [0-9.,]+ m?s, [0-9,]+ a second", "in 0.21 s, 1,430 a second");
  }

  private void copyExamples() throws IOException {
    Path examples = Files.createDirectory(folder.resolve("examples"));
    try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, examples.resolve(file.getFileName().toString()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.write(
        folder.resolve("people.csv"),
        List.of(
            "email key,first_name,last_name,_role_name",
            "ann@example.com,Ann,Smith,editor",
            "bob@example.com,Bob,Jones,"));
    Files.write(
        folder.resolve("people-2.csv"),
        List.of(
            "email key,first_name,last_name,_role_name",
            "ann@example.com,Ann,Smith-Brown,editor",
            "cleo@example.com,Cleo,Adams,"));
  }
}
