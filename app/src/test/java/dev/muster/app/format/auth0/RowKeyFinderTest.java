package dev.muster.app.format.auth0;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonText;
import dev.muster.profile.auth0.RowKey;
import dev.muster.profile.auth0.RowSource;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Without parsing a record, the same keys are found as in the parsed record. */
class RowKeyFinderTest {

  private static final List<String> NAMES =
      List.of(
          "email",
          "username",
          "user_id",
          "phone_number",
          "name",
          "emai",
          "Id",
          "Email",
          "_id",
          "n\\u0061me",
          "\\u0065mail",
          "é",
          "");
  private static final List<String> VALUES =
      List.of(
          "Ann@Example.com",
          "ANN",
          "auth0|1",
          "+33612345678",
          "",
          "Jörg@x.org",
          "a\"b",
          "\\",
          "{\"email\":\"x\"}",
          "[",
          "]}",
          "tab\t");

  static LongStream seeds() {
    long first = new Random().nextInt(1 << 30);
    return LongStream.concat(LongStream.of(1, 2, 3), LongStream.range(first, first + 300));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keysAreThoseOfTheParsedRecord(long seed) throws Exception {
    Random random = new Random(seed);
    String text = object(random, 2);
    for (RowSource source : RowSource.values()) {
      Struct record = (Struct) new JsonParser(100, 1 << 20).parse(text);
      List<Key> expected = new ArrayList<>();
      RowKey.forEach(source.record(record), expected::add);
      assertThat(found(text, source)).as(text).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCutOffHasNoFurtherKeys(RowSource source) {
    String text = "{\"email\":\"ann@x.org\",\"a\":{\"b\":[1,\"]\"]},\"username\":\"ann\"}";
    for (int length = 0; length < text.length(); length++) {
      assertThat(found(text.substring(0, length), source)).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(found(text, source)).hasSize(2);
  }

  @Test
  void namesOfExportsCountInLinesOnly() {
    String text = "{\"Email\":\"ann@x.org\",\"_id\":{\"$oid\":\"7\"}}";
    assertThat(found(text, RowSource.ARRAY)).isEmpty();
    assertThat(found(text, RowSource.LINES))
        .containsExactlyInAnyOrder(RowKey.EMAIL.key("ann@x.org"), RowKey.USER_ID.key("auth0|7"));
  }

  private static List<Key> found(String text, RowSource source) {
    List<Key> keys = new ArrayList<>();
    byte[] buffer = ("\"" + text + "\"").getBytes(UTF_8); // there is more around a record
    new RowKeyFinder(InputLimits.DEFAULTS, source)
        .find(
            buffer,
            1,
            buffer.length - 1,
            (key, from, to) -> keys.add(new Key(new String(key, from, to - from, US_ASCII))),
            keys::add);
    return keys;
  }

  private static String object(Random random, int depth) {
    List<String> names = new ArrayList<>(NAMES);
    StringBuilder text = new StringBuilder("{");
    int members = random.nextInt(6);
    for (int member = 0; member < members; member++) {
      String name = names.remove(random.nextInt(names.size()));
      names.removeIf(other -> decoded(other).equals(decoded(name))); // repeated members don't parse
      text.append(member == 0 ? "" : ",").append(random.nextBoolean() ? " " : "\n");
      text.append('"').append(name).append("\" :").append(value(random, depth));
    }
    return text.append(" }").toString();
  }

  private static String decoded(String name) {
    return name.replace("\\u0065", "e").replace("\\u0061", "a");
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> " null";
      case 1 -> "-1.5e3 ";
      case 5 -> object(random, depth - 1);
      case 6 -> "[" + object(random, depth - 1) + ", true]";
      default -> {
        StringBuilder text = new StringBuilder();
        JsonText.quote(text, VALUES.get(random.nextInt(VALUES.size())));
        yield text.toString();
      }
    };
  }
}
