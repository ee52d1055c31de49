package dev.muster.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class PlainJsonTest {

  private static final String[] PIECES = {
    "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\\", "\\u00e9", "\\n", "\\u0000",
    "\\ud83d", "true", "false", "null", "nul", "0", "-", "12", "1.", ".5", "1e5", "1E+", "01",
    " ", "\n", "\t", "\u0001", "é", "😀", "\"x\\\"y\"", "\"\\/\"", "\"\\q\"", "{}", "[]"
  };

  private static final JsonFactory JACKSON = JsonFactory.builder().build();

  @Test
  void whateverItAcceptsAnotherParserReadsTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < 60_000; i++) {
      String text = random.nextInt(3) == 0 ? soup(random) : mutated(valid(random, 3), random);
      Optional<Value> plain = plain(text, 100, 1000);
      if (plain.isPresent()) {
        accepted++;
        assertThat(jackson(text)).as("seed %d: %s", seed, text).isEqualTo(plain);
      }
    }
    assertThat(accepted).as("seed %d", seed).isGreaterThan(5_000);
  }

  @Test
  void itReadsWhatIsPlain() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String text = valid(random, 4);
      assertThat(plain(text, 100, 1000)).as(text).isPresent().isEqualTo(jackson(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,}",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "01",
        "-",
        "1.",
        "1e",
        "+1",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "\"\t\"",
        "tru",
        "trux",
        "{}{}",
        "{1:2}",
        "[1 2]",
        "{\"a\" 1}",
        "'a'",
        "\"\\",
        "\"\\u12",
        "NaN",
        "\u00a01",
        "[[[[1]]]]",
        "\"123456789012\"",
        "{\"123456789012\":1}"
      })
  void itGivesUpOnTheRest(String text) {
    assertThat(plain(text, 3, 11)).isEmpty();
  }

  @Test
  void namesThatSharePlacesStayApart() {
    for (int i = 0; i < 5_000; i++) {
      String name = "name" + i;
      assertThat(plain("{\"" + name + "\":1}", 3, 100))
          .contains(Struct.of(name, new Value.Num("1")));
    }
  }

  private static Optional<Value> plain(String text, int depth, int maxText) {
    byte[] bytes = ("??" + text + "??").getBytes(UTF_8);
    return Optional.ofNullable(PlainJson.parse(bytes, 2, bytes.length - 2, depth, maxText));
  }

  /** What Jackson makes of a text, without Muster's own rules; empty where it refuses it. */
  private static Optional<Value> jackson(String text) {
    try (tools.jackson.core.JsonParser in =
        JACKSON.createParser(ObjectReadContext.empty(), text.getBytes(UTF_8))) {
      Value value = value(in, in.nextToken());
      return in.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (JacksonException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Value value(tools.jackson.core.JsonParser in, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Struct.Builder members = new Struct.Builder();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          members.append(name, value(in, in.nextToken()));
        }
        yield members.build();
      }
      case START_ARRAY -> {
        List<Value> items = new ArrayList<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
          items.add(value(in, t));
        }
        yield new Value.Array(items);
      }
      case VALUE_STRING -> Value.of(in.getString());
      case VALUE_TRUE -> Value.TRUE;
      case VALUE_FALSE -> Value.FALSE;
      case VALUE_NULL -> Value.NULL;
      default -> new Value.Num(in.getString());
    };
  }

  private static String soup(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n >= 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String mutated(String text, Random random) {
    if (random.nextInt(3) == 0) {
      return text;
    }
    int at = random.nextInt(text.length() + 1);
    String piece = random.nextBoolean() ? "" : PIECES[random.nextInt(PIECES.length)];
    return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + 1));
  }

  private static String valid(Random random, int depth) {
    String space = random.nextInt(5) == 0 ? " \n" : "";
    return space
        + switch (random.nextInt(depth == 0 ? 5 : 7)) {
          case 0 -> "\"" + "aé Ω/x".substring(random.nextInt(6)) + "\"";
          case 1 -> "\"q\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC" + random.nextInt(10) + "\"";
          case 2 -> List.of("0", "-0", "12", "-1.50", "1e9", "2.5E-3").get(random.nextInt(6));
          case 3 -> "true";
          case 4 -> random.nextBoolean() ? "false" : "null";
          case 5 -> {
            StringBuilder array = new StringBuilder("[");
            for (int n = random.nextInt(4); n > 0; n--) {
              array.append(valid(random, depth - 1)).append(n > 1 ? "," : "");
            }
            yield array + "]";
          }
          default -> {
            StringBuilder object = new StringBuilder("{");
            for (int n = random.nextInt(4); n > 0; n--) {
              object.append("\"m").append(n).append("\":").append(valid(random, depth - 1));
              object.append(n > 1 ? "," : "");
            }
            yield object + "}";
          }
        }
        + space;
  }
}
