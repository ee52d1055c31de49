package dev.muster.app.format.authgear;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.muster.app.format.JsonInputs;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.decide.OnMatch;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthgearRequestFormatTest {

  private static final AuthgearRequestFormat FORMAT =
      new AuthgearRequestFormat(JsonInputs.NO_SCHEMES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"identifier\":\"email\",\"upsert\":true,\"records\":[{\"email\":\"a\"},{\"x\":[{}]}]}",
        "{\"records\":[{\"email\":\"a\"},{\"x\":[{}]}],\"upsert\":true,\"identifier\":\"email\"}",
        "\uFEFF \n{ \"upsert\" : true , \"records\" :\n [ {\"email\":\"a\"} ,\n{\"x\":[{}]} ] ,"
            + " \"identifier\" : \"email\" } \n"
      })
  void membersComeInAnyOrder(String text) throws Exception {
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.OPTIONS);

      assertThat(input.recordCount()).isEqualTo(2);
      assertThat(input.description()).isEqualTo("authgear, UTF-8");
      assertThat(input.dialect().policy().onMatch()).isEqualTo(OnMatch.UPDATE);
      for (int batchSize : List.of(1, 2, 100)) {
        assertThat(JsonInputs.readAll(input, batchSize))
            .extracting(AuthgearRequestFormatTest::fields)
            .containsExactly(
                Struct.of("email", Value.of("a")),
                Struct.of("x", new Value.Array(List.of(Struct.EMPTY))));
      }
    }
  }

  @Test
  void withoutUpsertExistingUsersAreSkipped() throws Exception {
    try (InputFile file = JsonInputs.file("{\"identifier\":\"email\",\"records\":[{}]}")) {
      assertThat(FORMAT.survey(file, JsonInputs.OPTIONS).dialect().policy().onMatch())
          .isEqualTo(OnMatch.SKIP);
    }
  }

  @Test
  void theCommandLineWins() throws Exception {
    String text = "{\"identifier\":\"phone_number\",\"upsert\":false,\"records\":[{}]}";
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.limits(InputLimits.DEFAULTS));

      assertThat(input.dialect().policy().onMatch()).isEqualTo(OnMatch.UPDATE);
      assertThat(rejects(input, List.of()))
          .isEqualTo("{\"identifier\": \"email\", \"upsert\": true, \"records\": [\n]}\n");
    }
  }

  @Test
  void theCommandLineMaySupplyTheIdentifier() throws Exception {
    try (InputFile file = JsonInputs.file("{\"records\":[{}]}")) {
      assertThat(FORMAT.survey(file, JsonInputs.identifier("email")).recordCount()).isEqualTo(1);
    }
    assertThat(
            JsonInputs.refusal(
                FORMAT, "{\"records\":[{}]}".getBytes(UTF_8), JsonInputs.identifier("id")))
        .extracting(InputProblem::message)
        .containsExactly(
            "there is no identifier id; use --identifier email, --identifier preferred_username or"
                + " --identifier phone_number");
  }

  @Test
  void recordsKnowTheirLine() throws Exception {
    String text = "{\"records\": [ {},\n {\n}, \n\n{}],\"identifier\":\"email\"}";
    try (InputFile file = JsonInputs.file(text)) {
      assertThat(JsonInputs.readAll(FORMAT.survey(file, JsonInputs.OPTIONS), 10))
          .extracting(ReadResult::position)
          .containsExactly(new Position(0, 1), new Position(1, 2), new Position(2, 5));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[] | 1 | 1 | 0 | must be an object, not an array",
        "5 | 1 | 1 | 0 | must be an object, not a number",
        "{\"records\":[{}]} | 1 | 16 | 15 | identifier is required",
        "{\"identifier\":\"email\"} | 1 | 22 | 21 | records is required",
        "{\"identifier\":null,\"records\":[{}]} | 1 | 15 | 14 | "
            + "/identifier: must be a string, not null",
        "{\"identifier\":\"e-mail\",\"records\":[{}]} | 1 | 15 | 14 | "
            + "/identifier: must be preferred_username or email or phone_number",
        "{\"identifier\":[1],\"records\":[{}]} | 1 | 15 | 14 | "
            + "/identifier: must be a string, not an array",
        "{\"identifier\":\"email\",\"upsert\":null,\"records\":[{}]} | 1 | 32 | 31 | "
            + "/upsert: must be a boolean, not null",
        "{\"identifier\":\"email\",\"upsert\":\"yes\",\"records\":[{}]} | 1 | 32 | 31 | "
            + "/upsert: must be a boolean, not a string",
        "{\"identifier\":\"email\",\"records\":{}} | 1 | 33 | 32 | "
            + "/records: must be an array, not an object",
        "{\"identifier\":\"email\",\"records\":[ ]} | 1 | 35 | 34 | "
            + "/records: must hold at least one record",
        "{\"identifier\":\"email\",\"records\":[{},\"a@b.c\"]} | 1 | 37 | 36 | "
            + "/records/1: must be an object, not a string",
        "{\"identifier\":\"email\",\"records\":[{}],\"dry_run\":{\"x\":1}} | 1 | 38 | 37 | "
            + "/dry_run: unknown property",
        "{\"identifier\":\"email\",\"records\":[{}],\"records\":[{}]} | 1 | 38 | 37 | "
            + "the member \"records\" occurs twice"
      })
  void aBrokenRequestIsRefused(String text, int line, int column, int offset, String message)
      throws IOException {
    assertThat(JsonInputs.refusal(FORMAT, text.getBytes(UTF_8), JsonInputs.OPTIONS))
        .containsExactly(
            new InputProblem(ProblemCode.INVALID_REQUEST, message, line, column, offset));
  }

  @Test
  void everythingThatIsWrongWithARequestIsTold() throws IOException {
    String text = "{\"upsert\":1,\n\"users\":[{}],\n\"records\":[{},null,[{}]]}";

    assertThat(JsonInputs.refusal(FORMAT, text.getBytes(UTF_8), JsonInputs.OPTIONS))
        .extracting(InputProblem::message)
        .containsExactly(
            "/upsert: must be a boolean, not a number",
            "/users: unknown property",
            "/records/1: must be an object, not null",
            "/records/2: must be an object, not an array",
            "identifier is required");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "`` | 1 | 0 | expected {\"identifier\": …, \"records\": […]}",
        "`  \n ` | 2 | 4 | expected {\"identifier\": …, \"records\": […]}",
        "{ | 1 | 1 | it is cut off",
        "{\"identifier\":\"email\",\"records\":[{}] | 1 | 36 | it is cut off",
        "`{\"identifier\":\"email\",\n\"records\":[{},\n{\"a\":NaN}]}` | 3 | 46 | in /records/1:",
        "`{\"identifier\":\"email\",\n\"records\":[{}]} x` | 2 | 39 | no value of JSON",
        "`{\"identifier\":\"email\",\n\"records\":[{}]}\n{}` | 3 | 38 | something follows",
        "`{\"identifier\":\"email\",\"records\":[{\"a\":\"\t\"}]}` | 1 | 39 | as an escape",
        "`{\"identifier\":\"email\",\"records\":[{},]}` | 1 | 36 | a comma is followed by ]"
      })
  void brokenJsonIsRefusedWithItsPlace(String text, int line, int offset, String message)
      throws IOException {
    List<InputProblem> problems =
        JsonInputs.refusal(FORMAT, text.getBytes(UTF_8), JsonInputs.OPTIONS);

    assertThat(problems).hasSize(1);
    InputProblem problem = problems.get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_JSON);
    assertThat(problem.message()).containsIgnoringCase(message);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.byteOffset()).isBetween((long) offset - 1, (long) offset + 1);
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedWithTheirPlace() throws IOException {
    byte[] text = "\uFEFF{\"identifier\":\"email\",\n\"records\":[{\"a\":\"?\"}]}".getBytes(UTF_8);
    int place = new String(text, ISO_8859_1).indexOf('?');
    text[place] = (byte) 0xe9;

    List<InputProblem> problems = JsonInputs.refusal(FORMAT, text, JsonInputs.OPTIONS);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(ProblemCode.BAD_ENCODING);
    assertThat(problems.get(0).line()).isEqualTo(2);
    assertThat(problems.get(0).byteOffset()).isEqualTo(place + 1);
    assertThat(problems.get(0).message())
        .isEqualTo(
            "Byte "
                + (place + 1)
                + ", on line 2, is not valid UTF-8. The rest of the file is UTF-8: mend that"
                + " byte.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void otherUnicodeEncodingsAreRecognised(String name) throws Exception {
    String text = "{\"identifier\":\"email\",\n\"records\":[{\"name\":\"Jö😀\"}]}";
    for (String mark : List.of("", "\uFEFF")) {
      try (InputFile file = JsonInputs.file((mark + text).getBytes(Charset.forName(name)))) {
        SurveyedInput input = FORMAT.survey(file, JsonInputs.OPTIONS);

        assertThat(input.description()).isEqualTo("authgear, " + name);
        assertThat(JsonInputs.readAll(input, 10))
            .extracting(AuthgearRequestFormatTest::fields)
            .containsExactly(Struct.of("name", Value.of("Jö😀")));
      }
    }
  }

  @Test
  void otherEncodingsCanBeNamed() throws Exception {
    byte[] text = "{\"records\":[{\"name\":\"Jö\"}]}".getBytes(Charset.forName("windows-1252"));
    try (InputFile file = JsonInputs.file(text)) {
      assertThat(JsonInputs.readAll(FORMAT.survey(file, JsonInputs.encoding("windows-1252")), 10))
          .extracting(AuthgearRequestFormatTest::fields)
          .containsExactly(Struct.of("name", Value.of("Jö")));
    }
    assertThat(JsonInputs.refusal(FORMAT, text, JsonInputs.encoding("klingon")))
        .extracting(InputProblem::message)
        .allMatch(message -> message.startsWith("there is no character set \"klingon\""));
    assertThat(JsonInputs.refusal(FORMAT, text, JsonInputs.encoding("US-ASCII")))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.BAD_ENCODING);
  }

  @Test
  void aTruncatedUtf16InputIsRefused() throws IOException {
    byte[] text = ("{\"records\":[{}]}" + "\ud83d").getBytes(UTF_16LE);
    text[text.length - 1] = (byte) 0xd8;

    assertThat(JsonInputs.refusal(FORMAT, text, JsonInputs.OPTIONS))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.BAD_ENCODING);
  }

  @Test
  void recordsBeyondALimitFailAlone() throws Exception {
    String deep = "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}";
    String longText = "{\"a\":\"" + "x".repeat(300) + "\"}";
    String large = "{\"a\":[" + "1,".repeat(600) + "1]}";
    String twice = "{\"a\":1,\n\"a\":2}";
    String nul = "{\"a\":\"\\u0000\"}";
    String half = "{\"a\":\"\\ud800\"}";
    String text =
        "{\"identifier\":\"email\",\"records\":[\n"
            + String.join(",\n", deep, longText, large, twice, nul, half, "{}")
            + "]}";
    InputLimits limits = new InputLimits(1024, 256, 8, 1 << 20);
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.limits(limits));

      List<ReadResult> results = JsonInputs.readAll(input, 3);
      assertThat(results)
          .extracting(AuthgearRequestFormatTest::failure)
          .satisfiesExactly(
              one ->
                  assertThat(one).startsWith("UnreadableRecord line 2, column 14: beyond a limit"),
              one ->
                  assertThat(one).startsWith("UnreadableRecord line 3, column ").contains("limit"),
              one ->
                  assertThat(one)
                      .isEqualTo(
                          "RecordTooLarge the record is larger than 1024 bytes"
                              + " (limits: record_bytes)"),
              one ->
                  assertThat(one)
                      .isEqualTo(
                          "UnreadableRecord line 6, column 1: the member \"a\" occurs twice"),
              one -> assertThat(one).contains("U+0000"),
              one -> assertThat(one).contains("surrogate"),
              one -> assertThat(one).isEmpty());
      assertThat(results.get(6).position()).isEqualTo(new Position(6, 9));
    }
  }

  @Test
  void rejectsCanBeImportedAgain() throws Exception {
    String text = "{\"identifier\":\"email\",\"records\":[{\"a\" : 1.0},{},{\"b\":2}]}";
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.OPTIONS);

      String rejects = rejects(input, List.of(0, 2));

      assertThat(rejects)
          .isEqualTo(
              """
              {"identifier": "email", "upsert": false, "records": [
              {"a" : 1.0,"@reject-reason":"reason 0"},
              {"b":2,"@reject-reason":"reason 2"}
              ]}
              """);
      try (InputFile again = JsonInputs.file(rejects)) {
        assertThat(FORMAT.survey(again, JsonInputs.OPTIONS).recordCount()).isEqualTo(2);
      }
    }
  }

  @Test
  void anInputThatChangedSinceItsSurveyIsAnError() throws Exception {
    Path path = Files.createTempFile("muster", ".json");
    Files.writeString(path, "{\"identifier\":\"email\",\"records\":[{},{}]}");
    SurveyedInput input =
        FORMAT.survey(InputFile.at(path, InputLimits.DEFAULTS), JsonInputs.OPTIONS);
    Files.writeString(path, "{\"identifier\":\"email\",\"records\":[{}]}");

    assertThatIOException()
        .isThrownBy(() -> JsonInputs.readAll(input, 10))
        .withMessageContaining("changed");
    Files.delete(path);
  }

  @Test
  void aDirectoryIsRefused() throws IOException {
    Path directory = Files.createTempDirectory("muster");

    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(() -> InputFile.at(directory, InputLimits.DEFAULTS))
        .withMessageContaining("directory");
    Files.delete(directory);
  }

  private static String rejects(SurveyedInput input, List<Integer> places) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordReader reader = input.open();
        RejectWriter rejects = input.rejects(out)) {
      RecordBatch batch = reader.next(100);
      for (int place : places) {
        rejects.write(batch.source(place), "reason " + place);
      }
    }
    return out.toString(UTF_8);
  }

  static Struct fields(ReadResult result) {
    return result.fold(
        source -> source.fields(),
        unreadable -> {
          throw new AssertionError(unreadable.problem().message());
        });
  }

  /** The code and message of an unreadable record; empty for a readable one. */
  static String failure(ReadResult result) {
    return result.fold(
        source -> "",
        unreadable ->
            unreadable.problem().code().wireName() + " " + unreadable.problem().message());
  }
}
