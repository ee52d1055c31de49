package dev.muster.app.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.muster.read.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSlicerTest {

  private static final List<String> OBJECTS =
      List.of(
          "{}",
          "{\"a\":{\"b\":[{}]}}",
          "{\"text\":\"}{][\\\"\\\\\"}",
          "{ \"lines\" :\n\r\n  1 }",
          "{\"é\":\"\\u0022}\"}",
          "{\"long\":\"" + "x".repeat(50) + "\"}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSlicesDoNotDependOnTheBuffer(long seed) throws IOException {
    Random random = new Random(seed);
    for (int bufferBytes = 1; bufferBytes <= 100; bufferBytes++) {
      List<String> objects = choose(random);
      String array = String.join(" ,\n", objects) + "\n]}";

      assertThat(texts(slices(array, 1000, bufferBytes)))
          .as("buffer %s, seed %s", bufferBytes, seed)
          .isEqualTo(objects);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oversizedObjectsAreSkippedAlone(long seed) throws IOException {
    Random random = new Random(seed);
    for (int bufferBytes = 1; bufferBytes <= 100; bufferBytes++) {
      List<String> objects = choose(random);
      int limit = 1 + random.nextInt(60);

      assertThat(texts(slices(String.join(",", objects) + "]", limit, bufferBytes)))
          .as("buffer %s, limit %s, seed %s", bufferBytes, limit, seed)
          .isEqualTo(
              objects.stream()
                  .map(text -> text.getBytes(UTF_8).length > limit ? "too large" : text)
                  .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void everySliceKnowsWhereItStarts(int bufferBytes) throws IOException {
    List<RecordSlice> slices = slices("{}, {\n\n},\n  {\"a\":1}{}\n]", 1000, bufferBytes);

    assertThat(slices.stream().map(RecordSlice::position))
        .containsExactly(
            new Position(0, 5), new Position(1, 5), new Position(2, 8), new Position(3, 8));
    assertThat(slices.stream().map(RecordSlice::column)).containsExactly(12, 16, 3, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{}, ", "{", "{\"a", "{\"a\\"})
  void anInputThatHasBecomeShorterIsAnError(String array) {
    assertThatIOException()
        .isThrownBy(() -> slices(array, 1000, 4))
        .withMessageContaining("shorter");
  }

  @Test
  void anInputThatHasChangedIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> slices("{} x]", 1000, 4))
        .withMessageContaining("changed");
  }

  private static List<String> choose(Random random) {
    return random.ints(random.nextInt(10), 0, OBJECTS.size()).mapToObj(OBJECTS::get).toList();
  }

  private static List<RecordSlice> slices(String array, int limit, int bufferBytes)
      throws IOException {
    ElementSlicer slicer =
        new ElementSlicer(
            new ByteArrayInputStream(array.getBytes(UTF_8)), 0, 5, 12, limit, bufferBytes);
    List<RecordSlice> slices = new ArrayList<>();
    for (RecordSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
      slices.add(slice);
    }
    return slices;
  }

  static List<String> texts(List<RecordSlice> slices) {
    return slices.stream()
        .map(slice -> slice.isOversized() ? "too large" : new String(slice.bytes(), UTF_8))
        .toList();
  }
}
