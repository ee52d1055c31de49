package dev.muster.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.auth0.Auth0Format;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.authgear.AuthgearRequestFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.format.restauth.RestAuthReading;
import dev.muster.app.hash.Auth0Hashes;
import dev.muster.app.hash.SharedSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.json.JsonText;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import dev.muster.password.PasswordMaker;
import dev.muster.read.ReadResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an input holds, its records are the same when reading starts at a mark. */
class InputMarkTest {

  private static final HashSchemes NO_SCHEMES = new HashSchemes(List.of());

  /** From about so many marks, everything up to the end is read. */
  private static final int ALL_OF_THE_REST = 4;

  /** From the other marks, so many chunks are read. */
  private static final int SOME_OF_THE_REST = 3;

  private static final InputLimits LIMITS = new InputLimits(20_000, 15_000, 8, 1L << 30);
  private static final List<String> WORDS =
      List.of(
          "", "a", "Noël", "日本", "😀", "x y", "semi;colon", "tab\tbed", "two  ", "ß".repeat(40));

  static LongStream seeds() {
    long first = new Random().nextInt(1 << 30);
    return LongStream.concat(LongStream.of(1, 2, 3), LongStream.range(first, first + 60));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void tables(long seed) throws Exception {
    Random random = new Random(seed);
    String charset = pick(random, "UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "UTF-32LE");
    boolean mark = !charset.equals("GB18030") && random.nextBoolean();
    String text = (mark ? "\uFEFF" : "") + table(random);
    byte[] bytes = compressed(random, text.getBytes(Charset.forName(charset)));

    List<InputMark> marks =
        assertMarksHold(
            new CsvFormat(new TableHashes(CostBounds.DEFAULTS)),
            bytes,
            options(charset, Optional.empty()),
            random);
    if (!charset.equals("UTF-32LE")) {
      assertThat(marks).allMatch(place -> place.byteOffset() > 0, "known, and behind the header");
    }
  }

  private static String table(Random random) {
    String end = pick(random, "\n", "\r\n", "\r");
    char delimiter = pick(random, ",", ";").charAt(0);
    StringBuilder text = new StringBuilder("email" + delimiter + "first_name" + end);
    int rows = random.nextInt(400);
    for (int row = 0; row < rows; row++) {
      if (random.nextInt(9) == 0) {
        text.append(end);
        continue;
      }
      int cells = 1 + random.nextInt(4);
      for (int cell = 0; cell < cells; cell++) {
        text.append(cell == 0 ? "" : delimiter).append(cell(random));
      }
      text.append(row == rows - 1 && random.nextBoolean() ? "" : end);
    }
    return text.toString();
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    int parts = random.nextInt(60) == 0 ? 200 : random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      cell.append(pick(random, "\n", "\r\n", "\r", "\"\"", ",", ";", word(random), word(random)));
    }
    String padding = random.nextInt(40) == 0 ? "  " : "";
    return padding + '"' + cell.toString() + '"' + padding;
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void linesOfJson(long seed) throws Exception {
    Random random = new Random(seed);
    String end = pick(random, "\n", "\r\n");
    StringBuilder text = new StringBuilder("{\"email\":\"a\"}" + end);
    int lines = random.nextInt(300);
    for (int line = 0; line < lines; line++) {
      text.append(random.nextInt(9) == 0 ? " " : object(random, "")).append(end);
    }

    assertMarksHold(new AuthgearLinesFormat(NO_SCHEMES), text.toString(), random);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void recordsOverLines(long seed) throws Exception {
    Random random = new Random(seed);
    boolean array = random.nextBoolean();
    String between = pick(random, "\n", "\r\n  ");
    StringBuilder text = new StringBuilder(array ? "\n [" : "{\n\"a\":\n1}");
    int records = 1 + random.nextInt(300);
    for (int record = 0; record < records; record++) {
      text.append(array && record > 0 ? "," : "").append(between).append(object(random, between));
    }

    assertMarksHold(
        new AuthgearLinesFormat(NO_SCHEMES), text.append(array ? "]" : "").toString(), random);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void requestDocuments(long seed) throws Exception {
    Random random = new Random(seed);
    String between = pick(random, "", "\n", "\r\n  ");
    StringBuilder text = new StringBuilder("{\"records\":[" + object(random, between));
    int records = random.nextInt(300);
    for (int record = 0; record < records; record++) {
      text.append(",").append(between).append(object(random, between));
    }

    assertMarksHold(new AuthgearRequestFormat(NO_SCHEMES), text.append("]}").toString(), random);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void arraysOfAuth0(long seed) throws Exception {
    Random random = new Random(seed);
    String between = pick(random, "", "\n", "\r\n  ");
    StringBuilder text = new StringBuilder(pick(random, "", "\n ") + "[" + object(random, between));
    int records = random.nextInt(300);
    for (int record = 0; record < records; record++) {
      String other = pick(random, "5", "\"a]\\\"\"", "null", "[[1], {}]", "-1e3", "[]");
      text.append(",")
          .append(between)
          .append(random.nextInt(5) == 0 ? other : object(random, between));
    }

    assertMarksHold(AUTH0, text.append(between).append("]").toString(), random);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void linesOfAuth0(long seed) throws Exception {
    Random random = new Random(seed);
    String end = pick(random, "\n", "\r\n");
    StringBuilder text = new StringBuilder("{\"email\":\"a\"}" + end);
    int lines = random.nextInt(300);
    for (int line = 0; line < lines; line++) {
      text.append(random.nextInt(9) == 0 ? " " : object(random, "")).append(end);
    }

    assertMarksHold(AUTH0, text.toString(), random);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("seeds")
  void documentsOfRestAuth(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("{");
    for (String section : List.of("groups", "services", "users")) {
      text.append(text.length() > 1 ? ",\n" : "").append("\"" + section + "\": {\"a\":{}");
      int entries = random.nextInt(60);
      for (int entry = 0; entry < entries; entry++) {
        text.append(",\n\"" + entry + "\":").append(object(random, " "));
      }
      text.append("}");
    }

    assertMarksHold(new RestAuthFormat(() -> READING), text.append("}").toString(), random);
  }

  /** Usually a record; now and then one that is too large, too deep, or names a member twice. */
  private static String object(Random random, String space) {
    StringBuilder text = new StringBuilder("{" + space);
    int members = random.nextInt(4);
    for (int member = 0; member < members; member++) {
      text.append(member == 0 ? "" : ",").append(space).append("\"m" + member + "\":");
      JsonText.quote(text, word(random) + pick(random, "", "{", "]}", "\"", "\\", "\n"));
    }
    text.append(members == 0 ? "" : ",").append("\"z\":");
    return switch (random.nextInt(25)) {
      case 0 -> text.append("1," + space + "\"z\":2}").toString();
      case 1 -> text.append("[".repeat(20) + "]".repeat(20) + "}").toString();
      case 2 -> text.append("[" + "123,".repeat(6000) + "1]}").toString();
      default -> text.append("null}").toString();
    };
  }

  private static void assertMarksHold(ImportFormat format, String text, Random random)
      throws Exception {
    String charset = pick(random, "UTF-8", "UTF-8", "UTF-8", "UTF-16LE", "UTF-32BE", "GB18030");
    boolean mark = random.nextBoolean();
    byte[] bytes = ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
    assertMarksHold(
        format, compressed(random, bytes), options(charset, Optional.of("email")), random);
  }

  private static List<InputMark> assertMarksHold(
      ImportFormat format, byte[] bytes, ImportOptions options, Random random) throws Exception {
    try (InputFile file = JsonInputs.file(bytes)) {
      SurveyedInput input = format.survey(file, options);
      int size = 1 + random.nextInt(pickSize(random));
      List<Chunk> chunks;
      try (RecordReader reader = input.open()) {
        chunks = chunks(reader, size, Integer.MAX_VALUE);
      }
      assertThat(chunks.stream().mapToInt(chunk -> chunk.results().size()).sum())
          .isEqualTo((int) input.recordCount());
      for (int i = 0; i < chunks.size(); i++) {
        boolean toTheEnd = i == 0 || random.nextInt(chunks.size()) < ALL_OF_THE_REST;
        int most = toTheEnd ? chunks.size() : SOME_OF_THE_REST;
        try (RecordReader reader = input.openAt(chunks.get(i).mark())) {
          assertThat(chunks(reader, size, most))
              .isEqualTo(chunks.subList(i, Math.min(chunks.size(), i + most)));
        }
      }
      return chunks.stream().map(Chunk::mark).toList();
    }
  }

  private static int pickSize(Random random) {
    return random.nextBoolean() ? 5 : 150;
  }

  private record Chunk(InputMark mark, List<ReadResult> results, List<String> sources) {}

  private static List<Chunk> chunks(RecordReader reader, int size, int most) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (RecordBatch batch = reader.next(size);
        batch.size() > 0 && chunks.size() < most;
        batch = reader.next(size)) {
      List<String> sources = new ArrayList<>();
      for (int place = 0; place < batch.size(); place++) {
        sources.add(new String(batch.source(place), StandardCharsets.UTF_8));
      }
      chunks.add(new Chunk(batch.mark(), batch.parse(), sources));
    }
    return chunks;
  }

  private static ImportOptions options(String encoding, Optional<String> identifier) {
    return new ImportOptions(
        identifier, Optional.empty(), encoding, Inputs.REALM, List.of(), "FR", LIMITS);
  }

  private static byte[] compressed(Random random, byte[] bytes) throws IOException {
    if (random.nextInt(4) > 0) {
      return bytes;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String pick(Random random, String... among) {
    return among[random.nextInt(among.length)];
  }

  private static final PasswordMaker NO_PASSWORDS =
      new PasswordMaker() {
        @Override
        public String generate(int characters) {
          return "x".repeat(characters);
        }

        @Override
        public int atOnce() {
          return 1;
        }

        @Override
        public EncodedHash hash(String password) {
          return new EncodedHash("toy", password);
        }
      };

  private static final Auth0Format AUTH0 =
      new Auth0Format(NO_SCHEMES, () -> Auth0Hashes.within(SharedSchemes.DEFAULT));

  private static final RestAuthReading READING =
      new RestAuthReading((algorithm, hash) -> new HashReading.NotMine(), NO_PASSWORDS);
}
