package dev.muster.app.format.authgear;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.JsonInputs;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.decide.OnMatch;
import dev.muster.problem.InputProblem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthgearLinesFormatTest {

  private static final AuthgearLinesFormat FORMAT = new AuthgearLinesFormat(JsonInputs.NO_SCHEMES);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", "\n \t\r\n"})
  void everyLineIsARecord(String lineBreak) throws Exception {
    String text = "\uFEFF{\"email\":\"a\"}" + lineBreak + " {\"email\":\"ö\"} ";
    for (String end : List.of("", lineBreak)) {
      try (InputFile file = JsonInputs.file(text + end)) {
        SurveyedInput input = FORMAT.survey(file, JsonInputs.identifier("email"));

        assertThat(input.recordCount()).isEqualTo(2);
        assertThat(input.description()).isEqualTo("authgear, one record a line, UTF-8");
        assertThat(input.dialect().policy().onMatch()).isEqualTo(OnMatch.SKIP);
        assertThat(JsonInputs.readAll(input, 1))
            .extracting(AuthgearRequestFormatTest::fields)
            .containsExactly(Struct.of("email", Value.of("a")), Struct.of("email", Value.of("ö")));
      }
    }
  }

  @Test
  void theIdentifierMustBeGiven() throws Exception {
    assertThat(JsonInputs.refusal(FORMAT, "{}".getBytes(UTF_8), JsonInputs.OPTIONS))
        .extracting(InputProblem::message)
        .containsExactly(
            "one record a line says nothing of the identifier:"
                + " use --identifier email, --identifier preferred_username or --identifier"
                + " phone_number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \r\n"})
  void anEmptyInputIsRefused(String text) throws Exception {
    assertThat(JsonInputs.refusal(FORMAT, text.getBytes(UTF_8), JsonInputs.identifier("email")))
        .extracting(InputProblem::message)
        .containsExactly("the input is empty; expected one JSON object a line");
  }

  @Test
  void aBadLineIsOneFailedRecord() throws Exception {
    byte[] text =
        ("{\"a\":1}\n"
                + "{\"a\":1,}\n"
                + "\n"
                + "[1]\n"
                + "{\"a\":\"?\"}\n"
                + "{} {}\n"
                + "{\"a\":1,\"a\":2}\n"
                + "{\"a\":\""
                + "x".repeat(2000)
                + "\"}\n"
                + "{}")
            .getBytes(UTF_8);
    text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xff;
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input =
          FORMAT.survey(file, JsonInputs.limits(new InputLimits(1024, 256, 8, 1 << 20)));

      List<ReadResult> results = JsonInputs.readAll(input, 100);
      assertThat(input.recordCount()).isEqualTo(8);
      assertThat(results)
          .extracting(AuthgearRequestFormatTest::failure)
          .satisfiesExactly(
              one -> assertThat(one).isEmpty(),
              one -> assertThat(one).startsWith("UnreadableRecord line 2, column 8: "),
              one ->
                  assertThat(one)
                      .isEqualTo(
                          "UnreadableRecord line 4, column 1: must be an object, not an array"),
              one ->
                  assertThat(one)
                      .isEqualTo(
                          "UnreadableRecord line 5, column 7: not valid UTF-8: name the encoding"
                              + " of the file, such as windows-1252"),
              one -> assertThat(one).startsWith("UnreadableRecord line 6, column 4: something"),
              one ->
                  assertThat(one).startsWith("UnreadableRecord line 7, column 8: the member \"a\""),
              one -> assertThat(one).startsWith("RecordTooLarge"),
              one -> assertThat(one).isEmpty());
      assertThat(results)
          .extracting(result -> result.position().line())
          .containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
      assertThat(results.get(7).position()).isEqualTo(new Position(7, 9));
    }
  }

  @Test
  void rejectsAreLinesAgain() throws Exception {
    byte[] text = "{\"a\":1}\r\n{\"a\":\n{\"a\":\"?\"}\n[]".getBytes(UTF_8);
    text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xff;
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.identifier("email"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (RecordReader reader = input.open();
          RejectWriter rejects = input.rejects(out)) {
        RecordBatch batch = reader.next(100);
        for (int place = 0; place < batch.size(); place++) {
          rejects.write(batch.source(place), "why");
        }
      }

      assertThat(out.toString(StandardCharsets.ISO_8859_1))
          .isEqualTo("{\"a\":1,\"@reject-reason\":\"why\"}\n{\"a\":\n{\"a\":\"\u00ff\"}\n[]\n");
    }
  }

  @Test
  void utf16IsRecognised() throws Exception {
    byte[] text = "\uFEFF{\"a\":\"ö\"}\r\n{}\r\n".getBytes(StandardCharsets.UTF_16LE);
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = FORMAT.survey(file, JsonInputs.identifier("email"));

      assertThat(input.description()).isEqualTo("authgear, one record a line, UTF-16LE");
      assertThat(JsonInputs.readAll(input, 10))
          .extracting(AuthgearRequestFormatTest::fields)
          .containsExactly(Struct.of("a", Value.of("ö")), Struct.EMPTY);
    }
    text[text.length - 5] = (byte) 0xd8;
    assertThat(JsonInputs.refusal(FORMAT, text, JsonInputs.identifier("email")))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.BAD_ENCODING);
  }
}
