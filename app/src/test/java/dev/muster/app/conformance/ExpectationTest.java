package dev.muster.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

  private static Optional<String> problem(String expected, String actual) {
    return new Expectation(CaseJson.parse(expected)).problemWith(CaseJson.parse(actual));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      value = {
        "1 ~ 1",
        "1 ~ 1.0",
        "1e2 ~ 100",
        "0.1 ~ 0.10",
        "true ~ true",
        "null ~ null",
        "\"a\" ~ \"a\"",
        "{} ~ {\"more\": 1}",
        "{\"a\": 1} ~ {\"more\": 2, \"a\": 1}",
        "{\"a\": null} ~ {}",
        "{\"a\": {\"b\": [1]}} ~ {\"a\": {\"b\": [1], \"c\": 2}}",
        "[1, {\"a\": 1}] ~ [1, {\"a\": 1, \"b\": 2}]",
        "[] ~ []",
        "{\"$absent\": true} ~ null",
        "{\"$absent\": true} ~ \"\"",
        "{\"$absent\": true} ~ []",
        "{\"$absent\": true} ~ {}",
        "{\"a\": {\"$absent\": true}} ~ {}",
        "{\"$regex\": \"b.d\"} ~ \"abcde\"",
        "{\"$set\": [2, 1]} ~ [1, 2]",
        "{\"$set\": [2]} ~ [1, 2, 3]",
        "{\"$set\": [1, 1]} ~ [1, 2, 1]",
        "{\"$set\": [{\"a\": 1}]} ~ [{\"b\": 1}, {\"a\": 1, \"b\": 2}]",
        "{\"$set\": []} ~ []",
      })
  void isMet(String expected, String actual) {
    assertThat(problem(expected, actual)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      value = {
        "1 ~ 2",
        "1 ~ 1.5",
        "1 ~ true",
        "1 ~ \"1\"",
        "true ~ false",
        "false ~ 0",
        "false ~ null",
        "null ~ false",
        "null ~ \"\"",
        "\"a\" ~ \"A\"",
        "\"a\" ~ [\"a\"]",
        "{} ~ []",
        "{} ~ null",
        "{\"a\": 1} ~ {}",
        "{\"a\": 1} ~ {\"a\": 2}",
        "{\"a\": {\"b\": [1]}} ~ {\"a\": {\"b\": [2]}}",
        "[1] ~ [1, 2]",
        "[1, 2] ~ [1]",
        "[1, 2] ~ [2, 1]",
        "[] ~ null",
        "{\"$absent\": true} ~ 0",
        "{\"$absent\": true} ~ false",
        "{\"$absent\": true} ~ \" \"",
        "{\"$absent\": true} ~ {\"a\": null}",
        "{\"$regex\": \"^b\"} ~ \"abc\"",
        "{\"$regex\": \"1\"} ~ 1",
        "{\"$regex\": \"\"} ~ null",
        "{\"$set\": [1, 1]} ~ [1, 2]",
        "{\"$set\": [3]} ~ [1, 2]",
        "{\"$set\": []} ~ {}",
        "{\"$set\": []} ~ null",
      })
  void isNotMet(String expected, String actual) {
    assertThat(problem(expected, actual)).isPresent();
  }

  @Test
  void namesThePlaceAndBothSides() {
    assertThat(problem("{\"a\": [0, {\"b\": 1}]}", "{\"a\": [0, {\"b\": \"x\"}]}"))
        .contains(".a[1].b: expected 1, got \"x\"");
  }

  @Test
  void showsOnlyTheStartOfSomethingLong() {
    assertThat(problem("1", "\"" + "x".repeat(10_000) + "\"").orElseThrow())
        .hasSizeLessThan(500)
        .endsWith("…");
  }

  @Test
  void knowsWhenItWantsNothingAtAll() {
    assertThat(new Expectation(CaseJson.parse("{\"$absent\": true}")).isAbsence()).isTrue();
    assertThat(new Expectation(CaseJson.parse("{\"a\": {\"$absent\": true}}")).isAbsence())
        .isFalse();
  }
}
