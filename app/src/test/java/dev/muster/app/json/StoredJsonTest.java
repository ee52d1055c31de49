package dev.muster.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredJsonTest {

  private static final String[] TEXTS = {
    "",
    "a",
    "O'Neil",
    "quote \" back \\ slash",
    "line\nbreak\r\t",
    "\u0001\u001f",
    "é",
    "😀 Ω",
    "}{][,:"
  };

  @Test
  void whatWasWrittenIsReadBackLikeAnyParserWould() throws JsonSyntax {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    JsonParser strict = new JsonParser(100, 1 << 20);
    for (int i = 0; i < 2000; i++) {
      Value value = value(random, 4);
      String text = JsonText.of(value);
      assertThat(StoredJson.parse(text)).as("seed %d: %s", seed, text).isEqualTo(value);
      assertThat(strict.parse(text)).as("seed %d: %s", seed, text).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\"", "{\"a\":", "[1", "\"", "\"\\u00", "nul", "?", "1 ", "{}x"})
  void whatNobodyWroteIsRefused(String text) {
    assertThatThrownBy(() -> StoredJson.parse(text)).isInstanceOf(IllegalStateException.class);
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> Value.of(TEXTS[random.nextInt(TEXTS.length)]);
      case 1 -> new Value.Num(String.valueOf(random.nextInt()));
      case 2 -> Value.of(random.nextBoolean());
      case 3 -> random.nextBoolean() ? Value.NULL : new Value.Num("-1.50e+10");
      case 4 -> {
        List<Value> items = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
          items.add(value(random, depth - 1));
        }
        yield new Value.Array(items);
      }
      default -> {
        Struct.Builder members = new Struct.Builder();
        for (int n = random.nextInt(4); n > 0; n--) {
          members.put(TEXTS[random.nextInt(TEXTS.length)], value(random, depth - 1));
        }
        yield members.build();
      }
    };
  }
}
