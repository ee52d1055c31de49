package dev.muster.app.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8CheckTest {

  @ParameterizedTest
  @CsvSource({
    "61ff, 1",
    "80, 0",
    "c080, 0",
    "c1bf, 0",
    "e08080, 1",
    "eda080, 1",
    "f0808080, 1",
    "f4908080, 1",
    "f5, 0",
    "c3, 1",
    "e282, 2",
    "e28261, 2",
    "c3a9c3, 3"
  })
  void theFirstByteThatCannotBeIsNamed(String hex, int place) {
    assertThat(Utf8Check.firstInvalid(HexFormat.of().parseHex(hex))).isEqualTo(place);
  }

  @Property
  void everyTextPassesInPiecesOfAnySize(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 7) int size) {
    byte[] bytes = text.getBytes(UTF_8); // half surrogates become question marks
    Utf8Check check = new Utf8Check();
    for (int from = 0; from < bytes.length; from += size) {
      assertThat(check.firstInvalid(bytes, from, Math.min(bytes.length, from + size)))
          .isEqualTo(-1);
    }
    assertThat(check.isComplete()).isTrue();
  }

  @Property
  void itAgreesWithThePlatformsDecoder(@ForAll byte[] bytes) {
    boolean good = true;
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      good = false;
    }

    assertThat(Utf8Check.firstInvalid(bytes) < 0).isEqualTo(good);
  }

  @Test
  void linesAreCounted() {
    Utf8Check check = new Utf8Check();
    byte[] bytes = {'a', '\n', '\n', 'b', (byte) 0xff};

    assertThat(check.firstInvalid(bytes, 0, bytes.length)).isEqualTo(4);
    assertThat(check.line()).isEqualTo(3);
  }
}
