package dev.muster.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 1000",
    "1e3, 1000",
    "1E+3, 1000",
    "1000.0, 1000",
    "10000e-1, 1000",
    "0, 0",
    "-0, 0",
    "0.00, 0",
    "-0e99999999999999999999, 0",
    "-0.50, -0.5",
    "4.50, 4.5",
    "0.0625, 0.0625",
    "625e-4, 0.0625",
    "12345678901234567890.120, 12345678901234567890.12",
    "1e999999999, 1e999999999",
    "10e999999998, 1e999999999",
    "-1.5e-999999999, -15e-1000000000",
    "1e00000000000000000000000003, 1000",
    "1e99999999999999999999, 1e99999999999999999999"
  })
  void equalNumbersHaveOneText(String literal, String text) {
    assertThat(DecimalText.of(literal)).isEqualTo(text);
  }

  @Test
  void noDigitIsLost() {
    String digits = "1234567890".repeat(50) + "1";
    assertThat(DecimalText.of(digits)).isEqualTo(digits);
    assertThat(DecimalText.of(digits + "000e-3")).isEqualTo(digits);
    assertThat(DecimalText.of("0." + digits)).isEqualTo("0." + digits);
  }

  @Test
  void textsAreEqualWhenNumbersAre() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String one = literal(random);
      String other = literal(random);
      BigDecimal number = new BigDecimal(one);
      assertThat(new BigDecimal(DecimalText.of(one))).as("seed %d", seed).isEqualByComparingTo(one);
      assertThat(DecimalText.of(one).equals(DecimalText.of(other)))
          .as("seed %d: %s and %s", seed, one, other)
          .isEqualTo(number.compareTo(new BigDecimal(other)) == 0);
      assertThat(DecimalText.of(number.toString())).isEqualTo(DecimalText.of(one));
    }
  }

  private static String literal(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    text.append(random.nextInt(3) * 10);
    if (random.nextBoolean()) {
      text.append('.').append(random.nextInt(3)).append(random.nextInt(2) * 10);
    }
    if (random.nextBoolean()) {
      text.append(random.nextBoolean() ? 'e' : 'E');
      text.append(random.nextInt(100) == 0 ? 400 : random.nextInt(7) - 3);
    }
    return text.toString();
  }
}
