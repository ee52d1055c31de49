package dev.muster.app.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.read.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 60})
  void whatIsSeenIsWhatIsSliced(int bufferBytes) throws IOException {
    String text = "{}\r\n\n123456789\r\n \r\n{\"a\":\r1}\n\n\n[]\r";
    List<String> sliced = ElementSlicerTest.texts(slices(text, 8, bufferBytes));
    assertThat(sliced).containsExactly("{}", "too large", "{\"a\":\r1}", "[]\r");

    LineSlicer seen = slicer(text, 8, bufferBytes);
    LineSlicer next = slicer(text, 8, bufferBytes);
    List<String> texts = new ArrayList<>();
    while (seen.see((buffer, from, to) -> texts.add(new String(buffer, from, to - from, UTF_8)))) {
      next.next();
      assertThat(seen.place()).isEqualTo(next.place());
    }
    assertThat(next.next()).isNull();
    assertThat(texts).containsExactly("{}", "", "{\"a\":\r1}", "[]\r");
  }

  @Test
  void seenRecordsAndSlicedOnesCanTakeTurns() throws IOException {
    LineSlicer slicer = slicer("1\n\n2\r\n3\n4", 10, 3);
    List<String> seen = new ArrayList<>();
    slicer.see((buffer, from, to) -> seen.add(new String(buffer, from, to - from, UTF_8)));
    RecordSlice second = Objects.requireNonNull(slicer.next());
    slicer.see((buffer, from, to) -> seen.add(new String(buffer, from, to - from, UTF_8)));
    RecordSlice fourth = Objects.requireNonNull(slicer.next());

    assertThat(seen).containsExactly("1", "3");
    assertThat(ElementSlicerTest.texts(List.of(second, fourth))).containsExactly("2", "4");
    assertThat(second.position()).isEqualTo(new Position(1, 3));
    assertThat(fourth.position()).isEqualTo(new Position(3, 5));
    assertThat(fourth.isUnended()).isTrue();
  }

  private static LineSlicer slicer(String text, int limit, int bufferBytes) {
    return new LineSlicer(new ByteArrayInputStream(text.getBytes(UTF_8)), limit, bufferBytes);
  }

  private static List<RecordSlice> slices(String text, int limit, int bufferBytes)
      throws IOException {
    LineSlicer slicer = slicer(text, limit, bufferBytes);
    List<RecordSlice> slices = new ArrayList<>();
    for (RecordSlice slice = slicer.next(); slice != null; slice = slicer.next()) {
      slices.add(slice);
    }
    return slices;
  }
}
