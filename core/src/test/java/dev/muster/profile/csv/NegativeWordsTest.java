package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.problem.Warning;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeWordsTest {

  private final Tables tables = new Tables();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no", "NO", "off", "N", "non", "Nein", "null", "f", "faux", "00", "0.0", "-", "Não"
      })
  void aWordThatMeansNoIsTrueAndWarnedAbout(String word) {
    RecordResult result = tables.runOne("email,active", "a@example.org," + word);

    assertThat(result.outcome()).isEqualTo(Outcome.INSERTED);
    assertThat(result.problems()).isEmpty();
    assertThat(result.warnings())
        .containsExactly(
            new Warning(
                '"'
                    + word
                    + "\" counts as true; only an empty cell, 0 and false count as false. To change"
                    + " that, map the column with values: {\""
                    + word
                    + "\": \"false\"}",
                1));
    assertThat(tables.onlyAccount().customAttributes().get("active")).isEqualTo(Value.TRUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "true", "oui", "x", "on", "0", "false", "FALSE", ""})
  void otherWordsNeedNoWarning(String word) {
    assertThat(tables.runOne("email,active", "a@example.org," + word).warnings()).isEmpty();
  }

  @Test
  void aRowIsWarnedAboutEachTimeItIsImported() {
    tables.runOne("email,active", "a@example.org,no");

    RecordResult again = tables.runOne("email,active", "a@example.org,no");

    assertThat(again.changed()).isFalse();
    assertThat(again.warnings()).hasSize(1);
  }

  @Test
  void passwordResetsAreWarnedAbout() {
    RecordResult result = tables.runOne("email,@force-password-reset", "a@example.org,no");

    assertThat(result.warnings()).extracting(Warning::column).containsExactly(1);
    assertThat(tables.onlyAccount().passwordResetRequired()).isTrue();
  }
}
