package dev.muster.app.format.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void aTextPassesInPiecesOfAnySize(int size) {
    byte[] bytes = "a\u0080é\u07ff\u0800\ud7ff\ue000€\uffff😀\udbff\udfff\n".getBytes(UTF_8);
    Utf8Check check = new Utf8Check();
    for (int from = 0; from < bytes.length; from += size) {
      int to = Math.min(bytes.length, from + size);
      assertThat(check.firstInvalid(bytes, from, to)).isEqualTo(-1);
    }
    assertThat(check.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void itAgreesWithThePlatformsDecoder(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(5)];
      random.nextBytes(bytes);
      bytes[0] = (byte) (0xc0 | bytes[0]); // a lead byte, mostly
      assertThat(Utf8Check.firstInvalid(bytes) < 0)
          .as("%s, seed %s", HexFormat.of().formatHex(bytes), seed)
          .isEqualTo(isUtf8(bytes));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Test
  void linesAreCounted() {
    Utf8Check check = new Utf8Check();
    byte[] bytes = {'a', '\n', '\n', 'b', (byte) 0xff};

    assertThat(check.firstInvalid(bytes, 0, bytes.length)).isEqualTo(4);
    assertThat(check.line()).isEqualTo(3);
  }
}
