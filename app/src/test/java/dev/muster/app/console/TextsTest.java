package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import dev.muster.app.console.imports.ShownTrouble;
import dev.muster.app.console.page.Section;
import dev.muster.app.job.JobState;
import dev.muster.app.upload.run.Outdated;
import dev.muster.problem.ProblemCode;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts are complete in both languages. */
class TextsTest {

  private static ResourceBundle texts(Locale locale) {
    return bundle("console/texts", locale);
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static final ResourceBundle ENGLISH = texts(Locale.ROOT);
  private static final ResourceBundle FRENCH = texts(Locale.FRENCH);

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(keys("texts_fr.properties")).isEqualTo(keys("texts.properties")).isNotEmpty();
  }

  /** The keys of a file, because a bundle shows those of its parents too. */
  private static Set<String> keys(String file) throws IOException {
    List<String> keys =
        Files.readAllLines(Path.of("src/main/resources/console").resolve(file)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.replaceFirst(" = .*", ""))
            .toList();
    assertThat(keys).doesNotHaveDuplicates().isSorted();
    return new TreeSet<>(keys);
  }

  @Test
  void aTextTakesTheSameParametersInBothLanguages() {
    for (String key : ENGLISH.keySet()) {
      assertThat(parameters(FRENCH.getString(key), Locale.FRENCH))
          .as(key)
          .isEqualTo(parameters(ENGLISH.getString(key), Locale.ENGLISH));
      assertThat(FRENCH.getString(key)).isNotBlank();
    }
  }

  /** A translation may leave out advice of the command line, with what varies in it. */
  @Test
  void aTranslatedMessageHasNoPartThatTheMessageLacks() throws IOException {
    assertThat(keys("messages_fr.properties")).isEqualTo(keys("messages.properties")).isNotEmpty();
    ResourceBundle english = bundle("console/messages", Locale.ROOT);
    ResourceBundle french = bundle("console/messages", Locale.FRENCH);
    for (String key : english.keySet()) {
      assertThat(parts(english.getString(key)))
          .as(key)
          .containsAll(parts(french.getString(key)))
          .isSorted();
      assertThat(french.getString(key)).as(key).isNotBlank().doesNotContain("--");
    }
  }

  private static List<String> parts(String message) {
    return Pattern.compile("\\{[0-9]\\}")
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static Set<String> parameters(String text, Locale locale) {
    return new MessageFormat(text, locale).getArgumentNames();
  }

  @Test
  void everyTextOfATemplateExists() throws IOException {
    Pattern call = Pattern.compile("\\.text\\(\"([a-z0-9.]+)\"[,)]");
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      List<String> used =
          files
              .filter(Files::isRegularFile)
              .flatMap(file -> call.matcher(read(file)).results().map(match -> match.group(1)))
              .toList();
      assertThat(used).hasSizeGreaterThan(50).allMatch(ENGLISH::containsKey);
    }
  }

  @Test
  void everyTextThatAValueChoosesExists() {
    List<String> keys = new ArrayList<>();
    Stream.of(JobState.values()).forEach(state -> keys.add("state." + state.wireName()));
    Stream.of(UniqueScope.values()).forEach(scope -> keys.add("unique." + scope.wireName()));
    Stream.of(LoginIdKind.values()).forEach(kind -> keys.add("user." + kind.wireName()));
    Stream.of(ProblemCode.values()).forEach(code -> keys.add("code." + code.wireName()));
    Stream.of(Outdated.Reason.values()).forEach(reason -> keys.add(ShownTrouble.key(reason)));
    Stream.of(Section.values()).forEach(section -> keys.add(section.key()));
    for (int status : List.of(400, 403, 404, 405, 409, 413, 429, 500, 503)) {
      keys.add("problem." + status + ".title");
      keys.add("problem." + status + ".text");
    }
    assertThat(keys).allMatch(ENGLISH::containsKey);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
