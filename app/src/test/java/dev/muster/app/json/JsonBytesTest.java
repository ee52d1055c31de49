package dev.muster.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBytesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|\"plain\"",
        "O'Neil|\"O'Neil\"",
        "a\"b\\c|\"a\\\"b\\\\c\"",
        "Ω and é|\"Ω and é\"",
        "\uD83D\uDE00|\"\uD83D\uDE00\"",
        "\u007f|\"\u007f\"",
      })
  void textsAreQuoted(String text, String json) {
    assertThat(new JsonBytes(1).text(text)).hasToString(json);
  }

  @Test
  void controlCharactersAndLoneSurrogatesAreEscaped() {
    assertThat(new JsonBytes(1).text("\u0000\u001f\n\r\t"))
        .hasToString("\"\\u0000\\u001f\\n\\r\\t\"");
    assertThat(new JsonBytes(1).text("a\uD83D")).hasToString("\"a\\ud83d\"");
    assertThat(new JsonBytes(1).text("\uDE00\uD83Db")).hasToString("\"\\ude00\\ud83db\"");
  }

  @Test
  void anyTextWithoutEscapesIsItsUtf8() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(random.nextInt(200), 0, Character.MAX_CODE_POINT + 1)
              .filter(c -> c >= ' ' && c != '"' && c != '\\')
              .filter(c -> c > Character.MAX_VALUE || !Character.isSurrogate((char) c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      JsonBytes json = new JsonBytes(random.nextInt(50)).raw("[1,").text(text).raw(']');
      assertThat(json.toBytes())
          .as("seed %d", seed)
          .isEqualTo(("[1,\"" + text + "\"]").getBytes(UTF_8));
      assertThat(json.size()).isEqualTo(json.toBytes().length);
    }
  }
}
