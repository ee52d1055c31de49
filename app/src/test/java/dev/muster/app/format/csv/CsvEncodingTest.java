package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.DecodingReader;
import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvEncodingTest {

  private static byte[] bytes(String charset, boolean mark, String text) {
    return ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
  }

  private static InputProblem problem(byte[] bytes, String encoding) throws Exception {
    InputFile file = Inputs.file(bytes);
    List<InputProblem> problems = new ArrayList<>();
    assertThatThrownBy(() -> Inputs.survey(file, Inputs.options(encoding)))
        .isInstanceOfSatisfying(InputRefused.class, e -> problems.addAll(e.problems()));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,         false, auto,          UTF-8",
    "UTF-8,         true,  auto,          UTF-8",
    "UTF-8,         false, detect,        UTF-8",
    "UTF-16LE,      true,  auto,          UTF-16LE",
    "UTF-16BE,      true,  auto,          UTF-16BE",
    "windows-1252,  false, auto,          windows-1252",
    "UTF-8,         false, utf-8,         UTF-8",
    "UTF-8,         true,  utf-8,         UTF-8",
    "UTF-8,         true,  utf-8-sig,     UTF-8",
    "UTF-8,         false, utf-8-sig,     UTF-8",
    "UTF-8,         true,  cp1252,        UTF-8",
    "UTF-8,         true,  ascii,         UTF-8",
    "windows-1252,  false, cp1252,        windows-1252",
    "ISO-8859-15,   false, iso-8859-15,   ISO-8859-15",
    "ISO-8859-1,    false, latin-1,       ISO-8859-1",
    "UTF-16LE,      true,  utf-16,        UTF-16LE",
    "UTF-16BE,      true,  utf-16,        UTF-16BE",
    "UTF-16LE,      false, utf-16,        UTF-16LE",
    "UTF-16LE,      true,  utf-16-le,     UTF-16LE",
    "UTF-16BE,      false, utf-16-be,     UTF-16BE",
  })
  void readsTheBytesThatItShould(String charset, boolean mark, String name, String found)
      throws Exception {
    byte[] bytes = bytes(charset, mark, "email,first_name\na@example.com,Noël\n");

    SurveyedInput input = Inputs.survey(Inputs.file(bytes), Inputs.options(name));

    assertThat(Inputs.column(input, "first_name")).containsExactly("Noël");
    assertThat(input.description()).isEqualTo("csv, commas, " + found);
  }

  @Test
  void fallsBackHoweverLateTheFirstByteThatIsNoUtf8() throws Exception {
    String text = "email\n" + "a@example.com\n".repeat(20_000) + "é@example.com\n";

    SurveyedInput input =
        Inputs.survey(Inputs.file(bytes("windows-1252", false, text)), Inputs.options("auto"));

    assertThat(input.recordCount()).isEqualTo(20_001);
    assertThat(Inputs.records(input).get(20_000).fields().text("email")).isEqualTo("é@example.com");
  }

  @Test
  void tellsWhereTheFirstByteStandsThatIsNoText() throws Exception {
    InputProblem problem =
        problem(bytes("ISO-8859-1", false, "email,first_name\r\na@example.com,A\rb,é"), "utf-8");

    assertThat(problem)
        .isEqualTo(
            new InputProblem(
                ProblemCode.BAD_ENCODING, "Byte 36, on line 3, is not valid UTF-8.", 3, 0, 36));
  }

  @Test
  void countsTheMarkWhenItTellsPlaces() throws Exception {
    byte[] bytes = bytes("UTF-8", true, "email\nxx");
    bytes[bytes.length - 1] = (byte) 0xff;

    assertThat(problem(bytes, "auto").byteOffset()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"ascii, é", "cp1252, \u0081", "utf-8, \u0081"})
  void refusesBytesThatAreNoText(String name, String text) throws Exception {
    byte[] bytes = bytes("ISO-8859-1", false, "email\n" + text);

    assertThat(problem(bytes, name).code()).isEqualTo(ProblemCode.BAD_ENCODING);
  }

  @Test
  void refusesATextThatEndsInTheMiddleOfACharacter() throws Exception {
    byte[] bytes = "email\né".getBytes(StandardCharsets.UTF_8);

    assertThat(problem(Arrays.copyOf(bytes, bytes.length - 1), "utf-8").byteOffset()).isEqualTo(6);
  }

  @Test
  void mindsBytesBeforeTheTableAndItsHeader() throws Exception {
    byte[] bytes = bytes("ISO-8859-1", false, "zzz,\"\0\n" + "x\n".repeat(100_000) + "é");

    assertThat(problem(bytes, "utf-8").code()).isEqualTo(ProblemCode.BAD_ENCODING);
  }

  @Test
  void refusesCharacterSetsThatThereAreNot() throws Exception {
    InputProblem problem = problem(bytes("UTF-8", false, "email\n"), "klingon-8");

    assertThat(problem.code()).isEqualTo(ProblemCode.BAD_ENCODING);
    assertThat(problem.message()).contains("klingon-8", "windows-1252");
  }

  @Test
  void keepsCharactersWholeWhereverBuffersEnd() throws Exception {
    String text = "é€😀\r\n".repeat(30_000);
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      StringBuilder read = new StringBuilder();
      char[] some = new char[1001];
      try (DecodingReader reader =
          new DecodingReader(new Trickle(bytes), Charset.forName(charset), 0)) {
        for (int n = reader.read(some, 0, 1001); n >= 0; n = reader.read(some, 0, 1001)) {
          read.append(some, 0, n);
        }
        assertThat(reader.isAtEnd()).isTrue();
      }
      assertThat(read.toString()).isEqualTo(text);
    }
  }

  @Test
  void marksRejectsIfTheirOriginWasMarkedOrNoUtf8() throws Exception {
    assertThat(startOfRejects(bytes("UTF-8", false, "email\n"))).isEqualTo('@');
    assertThat(startOfRejects(bytes("UTF-8", true, "email\n"))).isEqualTo('\uFEFF');
    assertThat(startOfRejects(bytes("windows-1252", false, "email\né"))).isEqualTo('\uFEFF');
    assertThat(startOfRejects(bytes("UTF-16LE", true, "email\n"))).isEqualTo('\uFEFF');
  }

  private static char startOfRejects(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Inputs.survey(Inputs.file(bytes), Inputs.options("auto")).rejects(out).close();
    return out.toString(StandardCharsets.UTF_8).charAt(0);
  }

  /** Gives seven bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(7, length));
    }
  }
}
