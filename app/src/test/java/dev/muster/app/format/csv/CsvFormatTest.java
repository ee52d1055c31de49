package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.read.SourceRecord;
import dev.muster.user.Key;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {

  private static final InputLimits TIGHT = new InputLimits(1024, 100, 2, 1 << 20);

  private static List<InputProblem> problems(String text) throws Exception {
    return problems(text, InputLimits.DEFAULTS);
  }

  private static List<InputProblem> problems(String text, InputLimits limits) throws Exception {
    InputFile file = Inputs.file(text);
    List<InputProblem> problems = new ArrayList<>();
    assertThatThrownBy(() -> Inputs.survey(file, Inputs.options("auto", limits)))
        .isInstanceOfSatisfying(InputRefused.class, e -> problems.addAll(e.problems()));
    return problems;
  }

  @Test
  void refusesAFileWithoutText() throws Exception {
    assertThat(problems(""))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.UNKNOWN_CSV_DIALECT);
    assertThat(problems("\uFEFF"))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.UNKNOWN_CSV_DIALECT);
  }

  @ParameterizedTest
  @CsvSource({"'\n1,2'", "'\r\n'", "'\r'"})
  void refusesABlankFirstLine(String text) throws Exception {
    assertThat(problems(text))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.EMPTY_HEADER_ROW);
  }

  @Test
  void passesOnWhatIsWrongWithTheHeader() throws Exception {
    assertThat(problems("email,\" \",x\n"))
        .extracting(InputProblem::code, InputProblem::line, InputProblem::column)
        .containsExactly(
            tuple(ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE, 1L, 2),
            tuple(ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE, 1L, 3));
  }

  @Test
  void refusesNulsWhereverTheyAre() throws Exception {
    assertThat(problems("email\n\n\"a\nb\0\""))
        .extracting(InputProblem::code, InputProblem::message, InputProblem::line)
        .containsExactly(
            tuple(
                ProblemCode.CSV_READ_ERROR,
                "Line 4: there is a NUL character, which no text has: remove it, as in tr -d"
                    + " '\\000'.",
                4L));
    assertThat(problems("zzz\na,b,c,\0"))
        .extracting(InputProblem::code, InputProblem::line, InputProblem::column)
        .containsExactly(tuple(ProblemCode.CSV_READ_ERROR, 2L, 4));
  }

  @Test
  void refusesLongCellsAndRows() throws Exception {
    String full = "x".repeat(100);

    assertThat(problems("email\n" + full + "\n" + full + "x\n", TIGHT))
        .extracting(InputProblem::code, InputProblem::message)
        .containsExactly(
            tuple(ProblemCode.CSV_READ_ERROR, "Line 3: a cell is longer than 100 characters."));
    assertThat(problems("email\n" + (full + ",").repeat(11), TIGHT))
        .extracting(InputProblem::message)
        .containsExactly("Line 2: the row is longer than 1024 characters (limits: record_bytes).");
    assertThat(problems("email\n" + ",".repeat(1024), TIGHT))
        .extracting(InputProblem::message)
        .containsExactly("Line 2: the row is longer than 1024 characters (limits: record_bytes).");
    assertThat(problems("email\n\"" + "x\n".repeat(1 << 15) + "\"", TIGHT))
        .extracting(InputProblem::message)
        .containsExactly(
            "Line 2: something follows a closing quote, or a cell is longer than 100 characters,"
                + " perhaps because a closing quote is missing; a quote inside of quotes must be"
                + " doubled; a backslash before it means nothing.");
  }

  @Test
  void takesCellsAsLongAsPythonDoes() throws Exception {
    String longest = "x".repeat(1 << 17);

    assertThat(Inputs.survey("email,first_name\na,\"" + longest + "\"\n").recordCount()).isOne();
    assertThat(
            Inputs.survey("email,first_name\na,\"" + "\"\"".repeat(1 << 17) + "\"\n").recordCount())
        .isOne();
    assertThat(problems("email,first_name\na,\"" + longest + "x\"\n"))
        .extracting(InputProblem::code)
        .containsExactly(ProblemCode.CSV_READ_ERROR);
  }

  @Test
  void namesTheLineWhereAQuoteOpensThatNothingCloses() throws Exception {
    assertThat(problems("email,first_name\n\"a\nb\",\"c\nd\n"))
        .extracting(InputProblem::code, InputProblem::message, InputProblem::line)
        .containsExactly(
            tuple(
                ProblemCode.CSV_READ_ERROR,
                "Line 3: a quote is opened and never closed: the file is cut off after row"
                    + " 1, or a quote is missing. Copy or export the file again and compare its"
                    + " size, or mend the quotes of that line.",
                3L));
  }

  @Test
  void refusesTextBehindAClosingQuote() throws Exception {
    assertThat(problems("email,first_name\na,\"Bob \"the builder\"\"\n"))
        .extracting(InputProblem::code, InputProblem::line)
        .containsExactly(tuple(ProblemCode.CSV_READ_ERROR, 2L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `email,first_name`            @ commas
          `email;first_name`            @ semicolons
          `email\tfirst_name`           @ tabs
          `email|first_name`            @ pipes
          `email`                       @ commas
          `"email;key",first_name`      @ commas
          `";"";,,,";first_name;email`  @ semicolons
          `email;first_name,phone|key`  @ commas
          """)
  void choosesTheDelimiterByTheHeaderLineOutsideOfQuotes(String header, String name)
      throws Exception {
    CsvSyntax syntax =
        new SyntaxSurvey(new StringReader(header + "\n||||,,,,;;;;"), 1000).of(0).orElseThrow();

    assertThat(syntax.delimiterName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"'\n'", "'\r\n'", "'\r'"})
  void readsAllLineEndsAndCountsBlankLines(String end) throws Exception {
    String text =
        "email,first_name\n a@example.com ,hop\n\n\nb@example.com,\"B\nb\"\n\nc@example.com\n"
            .replace("\n", end);

    SurveyedInput input = Inputs.survey(text);
    List<SourceRecord> records = Inputs.records(input);

    assertThat(input.recordCount()).isEqualTo(3);
    assertThat(records)
        .extracting(
            record -> record.position().index(),
            record -> record.position().line(),
            record -> record.fields().text("email"),
            record -> record.fields().text("first_name"))
        .containsExactly(
            tuple(0L, 2L, "a@example.com", "hop"),
            tuple(1L, 5L, "b@example.com", "B\nb"),
            tuple(2L, 7L, "c@example.com", null));
  }

  @Test
  void takesQuotesInsideOfPlainCellsForText() throws Exception {
    SurveyedInput input =
        Inputs.survey("email,first_name\na,5\" o'clock\nb,\"5\"\" \"\"\"\nc,\" , \"\nd,x \"y\"\n");

    assertThat(Inputs.column(input, "first_name"))
        .containsExactly("5\" o'clock", "5\" \"", ",", "x \"y\"");
  }

  @Test
  void leavesOutReasonsOfRejects() throws Exception {
    SurveyedInput input = Inputs.survey("email,@reject-reason,phone\na,because,1\n");

    assertThat(Inputs.records(input).get(0).fields().names()).containsExactly("email", "phone");
  }

  @Test
  void countsRowsThatEndBeforeEveryClaimedColumn() throws Exception {
    assertThat(Inputs.survey("first_name,last_name,email\nA\nB,C\n,\n").recordCount()).isEqualTo(3);
  }

  @Test
  void keepsTheCellsOfARowAsTheyAre() throws Exception {
    SurveyedInput input = Inputs.survey("email,phone\n\" a\r\nb\"\"\", 06 \n");
    try (RecordReader reader = input.open()) {
      assertThat(new String(reader.next(10).source(0), StandardCharsets.UTF_8))
          .isEqualTo("[\" a\\r\\nb\\\"\",\" 06 \"]");
    }
  }

  @Test
  void knowsWhichValuesOccurMoreThanOnce() throws Exception {
    SurveyedInput input =
        Inputs.survey(
            """
            email;phone unique;first_name
            a@example.com;0606060606;A
             A@Example.com;;A
            b@example.com;06.06.06.06.06;A
            c@example.com;;A
            """);

    assertThat(input.mayRepeat(new Key("ea@example.com"))).isTrue();
    assertThat(input.mayRepeat(new Key("acustom_attributes.phone=+33606060606"))).isTrue();
    assertThat(input.mayRepeat(new Key("eb@example.com"))).isFalse();
    assertThat(input.mayRepeat(new Key("aattributes.given_name=A"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void refusesOrReadsWhateverText(long seed) throws Exception {
    Random random = new Random(seed);
    String[] pieces = {
      "a", "b@c.d", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", " ", "é", "email", "key"
    };
    for (int i = 0; i < 100; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "email,phone unique\n" : "");
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        SurveyedInput input = Inputs.survey(text.toString());
        assertThat(Inputs.records(input)).hasSize((int) input.recordCount());
      } catch (InputRefused e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }
}
