package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells with an e-mail address and something else are told what to change. */
class EmailAdviceTest {

  @ParameterizedTest
  @CsvSource({
    "mailto:ann@example.org, Leave mailto: out.",
    "Ann Bell <ann@example.org>, Keep only the address between < and >.",
    "<ann@example.org>, Keep only the address between < and >.",
    "ann@example.org., Leave the full stop at its end out.",
    "ann@example.org;bob@example.org, It has several addresses: keep one.",
    "'ann@example.org, bob@example.org', It has several addresses: keep one.",
    "ann @example.org, Leave the blank in it out.",
    "ann@ example.org, Leave the blank in it out.",
    "ann\uff20example.org, Write @ instead of \uff20."
  })
  void areTold(String text, String advice) {
    assertThat(EmailAdvice.of(text)).isEqualTo(advice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n/a",
        "none",
        "ann",
        "pas d'adresse",
        "ann@",
        "@",
        ";",
        "<>",
        "a@b@c.de",
        "Ann ann@example.org"
      })
  void othersAreNot(String text) {
    assertThat(EmailAdvice.of(text)).isEmpty();
  }
}
