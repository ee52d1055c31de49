package dev.muster.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 s",
    "410, 0.41 s",
    "9999, 10.00 s",
    "12300, 12 s",
    "200000, 3 min 20 s",
    "7500000, 2 h 5 min"
  })
  void aTimeIsAsExactAsItNeedsToBe(long millis, String shown) {
    assertThat(Numbers.time(Duration.ofMillis(millis))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "45230000, 45.2 MB",
    "999999999, 1.0 GB"
  })
  void sizesHaveTheUnitThatMakesThemShort(long bytes, String shown) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(shown);
  }

  @Test
  void numbersHaveThousandsAndThingsTheirPlural() {
    assertThat(Numbers.grouped(1234567)).isEqualTo("1,234,567");
    assertThat(Numbers.count(1, "record")).isEqualTo("1 record");
    assertThat(Numbers.count(2000, "record")).isEqualTo("2,000 records");
  }

  @Test
  void aRateOfNoTimeAtAllIsStillANumber() {
    assertThat(Numbers.perSecond(5, Duration.ZERO)).isEqualTo(5000);
  }

  @Test
  void aListEndsWithAnd() {
    assertThat(Numbers.list(List.of())).isEmpty();
    assertThat(Numbers.list(List.of("4"))).isEqualTo("4");
    assertThat(Numbers.list(List.of("4", "9"))).isEqualTo("4 and 9");
    assertThat(Numbers.list(List.of("4", "9", "12"))).isEqualTo("4, 9 and 12");
  }
}
