package dev.muster.app.job.missing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingLimitTest {

  @ParameterizedTest
  @CsvSource({
    "5%,    5, 100, true",
    "5%,    6, 100, false",
    "5%,    1,  19, false",
    "5%,    1,  20, true",
    "0.5%,  1, 199, false",
    "0.5 %, 1, 200, true",
    "0%,    0,   0, true",
    "0%,    1, 900, false",
    "100%,  9,   9, true",
    "20,   20,  20, true",
    "20,   21, 999, false",
    "0,     1, 999, false"
  })
  void moreThanTheLimitIsTooMany(String limit, long missing, long users, boolean allowed) {
    assertThat(MissingLimit.parse(limit).orElseThrow().allows(missing, users)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-1", "-5%", "5,5%", "0.5", "101%", "1e3", "5%%", "five", " 5"})
  void anythingElseIsNoLimit(String text) {
    assertThat(MissingLimit.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5%", "0.5%", "20", "0%", "100%"})
  void aLimitIsReadAsItIsWritten(String text) {
    MissingLimit limit = MissingLimit.parse(text).orElseThrow();
    assertThat(limit.text()).isEqualTo(text);
  }

  @Test
  void optionsAreReadAsTheyWereWritten() {
    for (MissingAction action : MissingAction.values()) {
      for (String among : new String[] {"source=hr", "role=admin", "group=a=b"}) {
        MissingOptions options =
            new MissingOptions(action, MissingLimit.DEFAULT, MissingSelection.parse(among));
        assertThat(options.among().orElseThrow().text()).isEqualTo(among);
        assertThat(MissingOptions.of(options.toStruct())).isEqualTo(options);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hr", "source", "source=", "=hr", "Source=hr", "user=ann"})
  void anythingElseIsNoSelection(String text) {
    assertThat(MissingSelection.parse(text)).isEmpty();
  }
}
