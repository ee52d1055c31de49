package dev.muster.app.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.muster.read.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectSlicerTest {

  private static final List<String> OBJECTS =
      List.of(
          "{}",
          "{\"a\":{\"b\":[{}]}}",
          "{\"text\":\"}{][\\\"\\\\\"}",
          "{ \"lines\" :\n\r\n  1 }",
          "{\"é\":\"\\u0022}\"}",
          "{\"long\":\"" + "x".repeat(50) + "\"}");

  @Property
  void theSlicesDoNotDependOnTheBuffer(
      @ForAll List<@IntRange(max = 5) Integer> choice,
      @ForAll @IntRange(min = 1, max = 100) int bufferBytes)
      throws IOException {
    List<String> objects = choice.stream().map(OBJECTS::get).toList();
    String array = String.join(" ,\n", objects) + "\n]}";

    assertThat(texts(slices(array, 1000, bufferBytes))).isEqualTo(objects);
  }

  @Property
  void oversizedObjectsAreSkippedAlone(
      @ForAll List<@IntRange(max = 5) Integer> choice,
      @ForAll @IntRange(min = 1, max = 100) int bufferBytes,
      @ForAll @IntRange(min = 1, max = 60) int limit)
      throws IOException {
    List<String> objects = choice.stream().map(OBJECTS::get).toList();

    List<RecordSlice> slices = slices(String.join(",", objects) + "]", limit, bufferBytes);

    assertThat(texts(slices))
        .isEqualTo(
            objects.stream()
                .map(text -> text.getBytes(UTF_8).length > limit ? "too large" : text)
                .toList());
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
        .isThrownBy(() -> slices("{} 5]", 1000, 4))
        .withMessageContaining("changed");
  }

  private static List<RecordSlice> slices(String array, int limit, int bufferBytes)
      throws IOException {
    ObjectSlicer slicer =
        new ObjectSlicer(
            new ByteArrayInputStream(array.getBytes(UTF_8)), 5, 12, limit, bufferBytes);
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
