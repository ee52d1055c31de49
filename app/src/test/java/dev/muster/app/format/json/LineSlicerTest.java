package dev.muster.app.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.read.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSlicerTest {

  private static final List<String> LINES =
      List.of("{}", "{\"a\": 1}", "", " \t", "broken", "x".repeat(40), "é");

  @ParameterizedTest
  @CsvSource({"1, LF, true", "2, LF, false", "3, CRLF, true", "4, CRLF, false"})
  void theSlicesDoNotDependOnTheBuffer(long seed, String ending, boolean atEndToo)
      throws IOException {
    Random random = new Random(seed);
    String lineBreak = ending.equals("LF") ? "\n" : "\r\n";
    for (int bufferBytes = 1; bufferBytes <= 60; bufferBytes++) {
      List<String> lines =
          random.ints(random.nextInt(10), 0, LINES.size()).mapToObj(LINES::get).toList();
      String text = String.join(lineBreak, lines) + (atEndToo ? lineBreak : "");

      List<RecordSlice> slices = slices(text, 1000, bufferBytes);

      List<String> records = lines.stream().filter(line -> !line.isBlank()).toList();
      assertThat(ElementSlicerTest.texts(slices)).isEqualTo(records);
      for (int i = 0; i < slices.size(); i++) {
        Position position = slices.get(i).position();
        assertThat(position.index()).isEqualTo(i);
        assertThat(lines.get((int) position.line() - 1)).isEqualTo(records.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 60})
  void oversizedLinesAreSkippedAlone(int bufferBytes) throws IOException {
    List<RecordSlice> slices = slices("12345\n123456\n\n1234\n" + "1".repeat(500), 5, bufferBytes);

    assertThat(ElementSlicerTest.texts(slices))
        .containsExactly("12345", "too large", "1234", "too large");
    assertThat(slices.stream().map(RecordSlice::position))
        .containsExactly(
            new Position(0, 1), new Position(1, 2), new Position(2, 4), new Position(3, 5));
  }

  @Test
  void nothingButBlankLinesIsNothing() throws IOException {
    assertThat(slices("", 10, 4)).isEmpty();
    assertThat(slices("\n \r\n\t", 10, 4)).isEmpty();
  }

  private static List<RecordSlice> slices(String text, int limit, int bufferBytes)
      throws IOException {
    LineSlicer slicer =
        new LineSlicer(new ByteArrayInputStream(text.getBytes(UTF_8)), limit, bufferBytes);
    List<RecordSlice> slices = new ArrayList<>();
    for (RecordSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
      slices.add(slice);
    }
    return slices;
  }
}
