package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashReadingTest {

  @Test
  void foldCallsTheFunctionOfTheCase() {
    assertThat(folded(new HashReading.Accepted(new EncodedHash("s", "text")))).isEqualTo("text");
    assertThat(folded(new HashReading.NotMine())).isEqualTo("not mine");
    assertThat(folded(new HashReading.Malformed("bad"))).isEqualTo("malformed: bad");
    assertThat(folded(new HashReading.OutOfBounds("dear"))).isEqualTo("out of bounds: dear");
  }

  private static String folded(HashReading reading) {
    return reading.fold(
        EncodedHash::encoded,
        () -> "not mine",
        message -> "malformed: " + message,
        message -> "out of bounds: " + message);
  }
}
