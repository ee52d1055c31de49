package dev.muster.app.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.problem.ProblemCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTextTest {

  private static final Texts ENGLISH = Texts.of(Language.EN, Locale.ENGLISH);
  private static final Texts FRENCH = Texts.of(Language.FR, Locale.FRENCH);

  private static final String HEADER =
      "Column \"Size\" is no attribute. Write --map 'Size=-', or declare it under attributes: in"
          + " muster.yml.";

  @Test
  void aFrenchPageHasFrenchWords() {
    for (ProblemCode code : ProblemCode.values()) {
      ProblemText shown = ProblemText.of(FRENCH, code.wireName(), HEADER);
      assertThat(shown.english()).isFalse();
      assertThat(shown.text()).isNotBlank().doesNotContain("--", "muster.yml");
    }
  }

  @Test
  void anEnglishPageHasTheMessageUnlessItIsAboutTheCommandLine() {
    String code = ProblemCode.DATA_ERROR.wireName();
    assertThat(ProblemText.of(ENGLISH, code, "\"x\" is no date."))
        .isEqualTo(new ProblemText("\"x\" is no date.", true));
    assertThat(ProblemText.of(ENGLISH, code, HEADER).text())
        .isEqualTo("The value is not valid for this column.");
  }

  @Test
  void withoutACodeTheAdviceOfTheCommandLineIsLeftOut() {
    assertThat(ProblemText.of(FRENCH, "", HEADER))
        .isEqualTo(new ProblemText("Column \"Size\" is no attribute.", true));
    assertThat(
            ProblemText.of(ENGLISH, "", "Sheet A was read: for another one use --sheet B").text())
        .isEqualTo("Sheet A was read.");
    assertThat(ProblemText.of(ENGLISH, "usage", "use --identifier email").text())
        .isEqualTo("This is not possible in this way.");
    assertThat(ProblemText.of(ENGLISH, "", "a well-known text - with -- dashes").text())
        .isEqualTo("a well-known text - with -- dashes");
    assertThat(ProblemText.of(ENGLISH, "", "").text()).isEmpty();
  }
}
