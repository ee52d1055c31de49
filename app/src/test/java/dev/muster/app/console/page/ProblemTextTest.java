package dev.muster.app.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import java.util.List;
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
  void onlyThePhrasesOfAMessageAreTranslatedAndNoValueOfAUser() {
    for (String name : List.of("pipes", "tabs", "spaces", "commas", "unsalted MD5")) {
      String taken = "Username \"" + name + "\" is in row 2 already.";
      assertThat(ProblemText.of(FRENCH, "data-error", taken))
          .isEqualTo(new ProblemText("Username « " + name + " » figure déjà à la ligne 2.", false));
      assertThat(ProblemText.of(FRENCH, "", Remark.PROPERTY_KEPT.with(name)).text())
          .contains("« " + name + " »");
    }
    assertThat(ProblemText.of(FRENCH, "", Remark.OTHER_DELIMITER.with(3, "pipes")).text())
        .contains("séparées par des barres verticales :");
    String header =
        "The header is a single cell, \"pipes\": the columns are separated by tabs, but the first"
            + " line names another delimiter.";
    assertThat(ProblemText.of(FRENCH, "", header).text())
        .contains("\"pipes\"")
        .contains("par des tabulations");
  }

  @Test
  void theReasonWhyAHashIsSkippedIsTold() {
    String remark = Remark.HASH_SKIPPED_BECAUSE.with("x", "of an unknown method");
    assertThat(ProblemText.of(FRENCH, "", remark).text()).contains("(of an unknown method)");
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
