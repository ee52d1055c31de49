package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashReadingTest {

  private static final HashReading.Unverifiable UNVERIFIABLE =
      new HashReading.Unverifiable(new EncodedHash("yescrypt", "$y$"), "yescrypt");

  @Test
  void foldCallsTheFunctionOfTheCase() {
    assertThat(folded(new HashReading.Accepted(new EncodedHash("s", "text")))).isEqualTo("text");
    assertThat(folded(new HashReading.NotMine())).isEqualTo("not mine");
    assertThat(folded(new HashReading.Malformed("bad"))).isEqualTo("refused: bad");
    assertThat(folded(new HashReading.OutOfBounds("dear"))).isEqualTo("refused: dear");
    assertThat(folded(UNVERIFIABLE)).isEqualTo("refused: yescrypt");
  }

  @Test
  void anUnverifiableHashIsAcceptedOnRequestOnly() {
    assertThat(UNVERIFIABLE.acceptingUnverifiable())
        .isEqualTo(new HashReading.Accepted(UNVERIFIABLE.hash()));
    HashReading bad = new HashReading.Malformed("bad");
    assertThat(bad.acceptingUnverifiable()).isSameAs(bad);
  }

  private static String folded(HashReading reading) {
    return reading.fold(EncodedHash::encoded, () -> "not mine", message -> "refused: " + message);
  }
}
