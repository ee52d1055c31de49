package dev.muster.app.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
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
    String title = Remark.HEADER_AFTER_TITLE.with(1, 3, 3);
    assertThat(ProblemText.of(ENGLISH, "unknown-or-missing-attribute", title).text())
        .isEqualTo(
            "Row 1 is a title, not a header; the header seems to be in row 3: enter that as the"
                + " header row.");
  }

  @Test
  void aKnownMessageIsTranslatedOnlyIfAllOfItIs() {
    assertThat(ProblemText.of(FRENCH, "data-error", "There is no role \"A. B\" in the realm."))
        .isEqualTo(new ProblemText("Il n’y a pas de rôle \"A. B\" dans le domaine.", false));
    assertThat(ProblemText.of(FRENCH, "", "There was no role \"$1\": it is made.").text())
        .isEqualTo("Le rôle \"$1\" n’existait pas : il est créé.");
    String date = "Enter a valid date. \"x\" is not a date: write YYYY-MM-DD.";
    assertThat(ProblemText.of(FRENCH, "data-error", date).text())
        .isEqualTo("Saisissez une date valable. \"x\" n’est pas une date : écrivez YYYY-MM-DD.");
    String more = "Unknown registration option \"x\". And something else.";
    assertThat(ProblemText.of(FRENCH, "", more)).isEqualTo(new ProblemText(more, true));
    assertThat(ProblemText.of(FRENCH, "data-error", more).english()).isFalse();
    assertThat(ProblemText.of(ENGLISH, "", date)).isEqualTo(new ProblemText(date, false));
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
