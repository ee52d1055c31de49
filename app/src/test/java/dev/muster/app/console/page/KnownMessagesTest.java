package dev.muster.app.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.AmbiguousForms;
import dev.muster.password.HashDoubt;
import dev.muster.problem.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages in French say nothing in English, and no page advises options of the command line. */
class KnownMessagesTest {

  private static final Texts ENGLISH = Texts.of(Language.EN, Locale.ENGLISH);
  private static final Texts FRENCH = Texts.of(Language.FR, Locale.FRENCH);
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");
  private static final Pattern OF_COMMAND_LINE =
      Pattern.compile("--[a-z]|\\bmuster |muster\\.yml|iconv|values: ");

  /** A remark with a text for each part, as it is told and as its translation has it. */
  private static String filled(String words) {
    return PLACE.matcher(words).replaceAll(place -> "«part" + place.group(1) + "»");
  }

  private static String with(Remark remark) {
    Object[] parts =
        PLACE.matcher(remark.words()).results().map(place -> filled(place.group())).toArray();
    return remark.with(parts);
  }

  @ParameterizedTest
  @EnumSource
  void everyRemarkIsToldInFrench(Remark remark) {
    String french = bundle("remarks", Locale.FRENCH).getString(remark.name());
    ProblemText shown = ProblemText.of(FRENCH, "", with(remark));
    assertThat(shown.english()).isFalse();
    assertThat(shown.text()).isEqualTo(filled(french)).isNotEqualTo(with(remark));
    assertThat(OF_COMMAND_LINE.matcher(shown.text()).find()).as(shown.text()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void noRemarkInEnglishIsAboutTheCommandLine(Remark remark) {
    ProblemText shown = ProblemText.of(ENGLISH, "", with(remark));
    assertThat(shown.text()).isNotBlank();
    assertThat(OF_COMMAND_LINE.matcher(shown.text()).find()).as(shown.text()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void thePlacesOfARemarkAreNumberedInOrder(Remark remark) {
    List<String> numbers = places(remark.words());
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      wanted.add(String.valueOf(i));
    }
    assertThat(numbers).isEqualTo(wanted);
    assertThat(with(remark)).isEqualTo(filled(remark.words()));
    for (String file : List.of("remarks_fr", "remarks_en")) {
      Locale locale = Locale.forLanguageTag(file.substring(file.indexOf('_') + 1));
      ResourceBundle own = bundle("remarks", locale);
      if (own.containsKey(remark.name())) {
        assertThat(numbers).containsAll(places(own.getString(remark.name())));
      }
    }
  }

  private static List<String> places(String words) {
    return PLACE.matcher(words).results().map((MatchResult each) -> each.group(1)).toList();
  }

  @Test
  void everyMessageIsToldInTheWordsOfItsOwnTranslation() {
    ResourceBundle english = bundle("messages", Locale.ROOT);
    ResourceBundle french = bundle("messages", Locale.FRENCH);
    for (String key : english.keySet()) {
      if (!key.startsWith("phrase.")) {
        String message = filled(english.getString(key));
        assertThat(ProblemText.of(FRENCH, "", message))
            .as(key)
            .isEqualTo(new ProblemText(filled(french.getString(key)), false));
        String own = ProblemText.of(ENGLISH, "", message).text();
        assertThat(OF_COMMAND_LINE.matcher(own).find()).as(own).isFalse();
      }
    }
  }

  @Test
  void pagesInEnglishHaveWordsOfTheirOwnOnlyForKnownMessages() {
    assertThat(bundle("messages", Locale.ROOT).keySet())
        .containsAll(bundle("messages", Locale.ENGLISH).keySet());
    List<String> remarks = Stream.of(Remark.values()).map(Remark::name).toList();
    assertThat(remarks).containsAll(bundle("remarks", Locale.ENGLISH).keySet());
    assertThat(bundle("remarks", Locale.FRENCH).keySet())
        .containsExactlyInAnyOrderElementsOf(remarks);
  }

  @Test
  void everyDoubtAboutHashesIsToldInFrench() {
    List<HashDoubt> doubts =
        StandardSchemes.known().stream()
            .flatMap(scheme -> AmbiguousForms.assumed(scheme.name()).stream())
            .toList();
    assertThat(doubts).hasSizeGreaterThan(8);
    for (HashDoubt doubt : doubts) {
      for (String sentence : List.of(doubt.sentence(), doubt.sentence(1), doubt.sentence(1200))) {
        ProblemText shown = ProblemText.of(FRENCH, "", sentence);
        assertThat(shown.english()).as(sentence).isFalse();
        assertThat(shown.text()).startsWith("Les empreintes");
        assertThat(doubt.readAs().indexOf(' ') > 0 && shown.text().contains(doubt.readAs()))
            .as(shown.text())
            .isFalse();
      }
    }
  }

  /** So that all are known: {@link #everyRemarkIsToldInFrench}. */
  @Test
  void remarksAreMadeOfTheirKinds() throws IOException {
    Pattern literal =
        Pattern.compile(
            "(?:\\bwarn|Warning\\.of|Notes\\.warning|(?:notes|remarks|warnings)\\.add)"
                + "\\(\\s*(?:column,\\s*)?\\(*\"[^\"]");
    for (String root :
        List.of(
            "../core/src/main/java",
            "src/main/java/dev/muster/app/format",
            "src/main/java/dev/muster/app/job",
            "src/main/java/dev/muster/app/upload")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          assertThat(literal.matcher(Files.readString(file)).results().map(MatchResult::group))
              .as(file.toString())
              .isEmpty();
        }
      }
    }
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return Texts.bundle("console/" + name, locale);
  }
}
