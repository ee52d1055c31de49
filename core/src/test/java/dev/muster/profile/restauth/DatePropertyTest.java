package dev.muster.profile.restauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePropertyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01 00:00:00",
    "1385922470, 2013-12-01 18:27:50",
    "1385922470.999, 2013-12-01 18:27:50",
    "1.385922470e9, 2013-12-01 18:27:50",
    "-86400, 1969-12-31 00:00:00",
    "-0.5, 1970-01-01 00:00:00",
    "-62135596800, 0001-01-01 00:00:00",
    "253402300799, 9999-12-31 23:59:59"
  })
  void aNumberIsUnixTimeInUtc(String literal, String text) {
    assertThat(DateProperty.text(new Value.Num(literal))).hasValue(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2013-12-01 19:27:44, 2013-12-01 19:27:44",
    "2013-2-1 9:7:4, 2013-02-01 09:07:04",
    "2012-02-29 00:00:00, 2012-02-29 00:00:00"
  })
  void aTextIsPadded(String given, String text) {
    assertThat(DateProperty.text(Value.of(given))).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2013-12-01",
        "2013-12-01T19:27:44",
        "2013-12-01 19:27",
        "2013-02-29 00:00:00",
        "2013-13-01 00:00:00",
        "2013-12-01 24:00:00",
        "2013-12-01 19:27:60",
        "0000-12-01 19:27:44",
        "13-12-01 19:27:44",
        "2013-12-01 19:27:44 ",
        "2013-12-01 19:27:44Z"
      })
  void otherTextsAreNoMoments(String given) {
    assertThat(DateProperty.text(Value.of(given))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-62135596801", "253402300800", "1e300", "1e99999999999", "-1e2147483648"})
  void numbersOutsideTheYears1To9999AreNone(String literal) {
    assertThat(DateProperty.text(new Value.Num(literal))).isEmpty();
  }

  @Test
  void otherTypesAreNone() {
    assertThat(DateProperty.text(Value.NULL)).isEmpty();
    assertThat(DateProperty.text(Value.TRUE)).isEmpty();
  }
}
