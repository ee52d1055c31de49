package dev.muster.app.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.InputMark;
import dev.muster.app.format.Inputs;
import dev.muster.app.format.JsonInputs;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.WatchedFormat;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.authgear.AuthgearRequestFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobChunk;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceChunksTest {

  private static final int SIZE = 10;

  private final ConcurrentLinkedQueue<Long> opened = new ConcurrentLinkedQueue<>();

  private enum Kind {
    TABLE,
    LINES,
    REQUEST,
    REQUEST_ON_ONE_LINE;

    byte[] bytes() {
      String end = this == REQUEST_ON_ONE_LINE ? "" : "\n";
      StringBuilder text = new StringBuilder(this == TABLE ? "email,first_name\n" : "");
      text.append(!isDocument() ? "" : "{\"identifier\":\"email\",\"records\":[" + end);
      for (int record = 0; record < 100; record++) {
        text.append(record > 0 && isDocument() ? "," : "");
        text.append(this == TABLE ? row(record) : object(record)).append(end);
      }
      return text.append(!isDocument() ? "" : "]}").toString().getBytes(UTF_8);
    }

    private boolean isDocument() {
      return this == REQUEST || this == REQUEST_ON_ONE_LINE;
    }

    private static String row(int record) {
      return "user" + record + "@example.com,\"Zo\u00eb" + "\n".repeat(record % 3) + '"';
    }

    /** Every tenth can't be read, which a message with its column says. */
    private static String object(int record) {
      return record % SIZE == 0
          ? "{\"email\":\"a\",\"email\":\"b\"}"
          : "{\"email\":\"user" + record + "@x.org\"}";
    }

    SurveyedInput survey(InputFile file) throws Exception {
      if (this == TABLE) {
        return Inputs.survey(file, Inputs.options("auto"));
      }
      ImportFormat format =
          this == LINES
              ? new AuthgearLinesFormat(JsonInputs.NO_SCHEMES)
              : new AuthgearRequestFormat(JsonInputs.NO_SCHEMES);
      return format.survey(file, JsonInputs.identifier("email"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyAsksForIsNotRead(Kind kind) throws Exception {
    try (InputFile file = JsonInputs.file(kind.bytes())) {
      SurveyedInput input = WatchedFormat.watch(kind.survey(file), opened);
      List<RecordBatch> batches = batches(input);
      opened.clear();
      overwrite(file, batches.get(3).mark().byteOffset() - "\n,".length());

      assertThat(read(input, batches, 3, 4, 5, 8))
          .isEqualTo(IntStream.of(3, 4, 5, 8).mapToObj(i -> batches.get(i).parse()).toList());
      assertThat(opened).containsExactly(30L, 80L);
    }
  }

  /** Makes everything before a place unreadable. */
  private static void overwrite(InputFile file, long bytes) throws IOException {
    assertThat(bytes).isPositive();
    try (RandomAccessFile raw = new RandomAccessFile(file.path().toFile(), "rw")) {
      for (long at = 0; at < bytes; at++) {
        raw.write(0xff);
      }
    }
  }

  @Test
  void aCompressedInputIsReadOn() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(Kind.TABLE.bytes());
    }
    try (InputFile file = JsonInputs.file(compressed.toByteArray())) {
      SurveyedInput input = WatchedFormat.watch(Kind.TABLE.survey(file), opened);
      List<RecordBatch> batches = batches(input);
      opened.clear();

      assertThat(read(input, batches, 3, 6))
          .isEqualTo(List.of(batches.get(3).parse(), batches.get(6).parse()));
      assertThat(opened).containsExactly(30L);
    }
  }

  @Test
  void chunksWithoutMarksAreFoundFromTheStart() throws Exception {
    SurveyedInput input =
        WatchedFormat.watch(Kind.TABLE.survey(JsonInputs.file(Kind.TABLE.bytes())), opened);
    List<RecordBatch> batches = batches(input);
    opened.clear();
    List<List<ReadResult>> read = new ArrayList<>();
    try (SourceChunks sources = new SourceChunks(Optional.of(input), SIZE)) {
      for (int number : List.of(2, 3, 7)) {
        read.add(sources.of(chunk(number, batches.get(number), OptionalLong.empty())));
      }
    }
    assertThat(read)
        .isEqualTo(IntStream.of(2, 3, 7).mapToObj(i -> batches.get(i).parse()).toList());
    assertThat(opened).containsExactly(0L);
  }

  private static List<RecordBatch> batches(SurveyedInput input) throws IOException {
    List<RecordBatch> batches = new ArrayList<>();
    try (RecordReader reader = input.open()) {
      for (RecordBatch batch = reader.next(SIZE); batch.size() > 0; batch = reader.next(SIZE)) {
        batches.add(batch);
      }
    }
    assertThat(batches).hasSize(10);
    return batches;
  }

  private static List<List<ReadResult>> read(
      SurveyedInput input, List<RecordBatch> batches, int... numbers) throws IOException {
    List<List<ReadResult>> read = new ArrayList<>();
    try (SourceChunks sources = new SourceChunks(Optional.of(input), SIZE)) {
      for (int number : numbers) {
        InputMark mark = batches.get(number).mark();
        read.add(
            sources.of(chunk(number, batches.get(number), OptionalLong.of(mark.byteOffset()))));
      }
      assertThat(sources.loss()).isEmpty();
    }
    return read;
  }

  private static JobChunk chunk(int number, RecordBatch batch, OptionalLong offset) {
    List<RecordResult> results = new ArrayList<>();
    for (int place = 0; place < batch.size(); place++) {
      Position position = batch.position(place);
      results.add(
          new RecordResult(
              position, Outcome.SKIPPED, false, 0, List.of(), List.of(), new BitSet(0), List.of()));
    }
    return new JobChunk(number, results, List.of(), offset);
  }
}
