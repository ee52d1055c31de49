package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.SurveyedInput;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.SurplusCells;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose header is not alone in the first row, or whose rows don't fit the header. */
class TableShapeTest {

  private static Struct headerRow(long row) {
    return Struct.of("header_row", Value.of(row));
  }

  private static InputProblem problem(String text) throws Exception {
    List<InputProblem> problems = new ArrayList<>();
    assertThatThrownBy(() -> Inputs.survey(text))
        .isInstanceOfSatisfying(InputRefused.class, e -> problems.addAll(e.problems()));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @ParameterizedTest
  @ValueSource(chars = {';', ',', '\t', '|', '^', ' '})
  void aFirstLineMayNameTheDelimiter(char delimiter) throws Exception {
    String table = "email,first_name\na,\"x,,;;|y\"\n".replace(',', delimiter);
    SurveyedInput input = Inputs.survey("sep=" + delimiter + "\r\n" + table);

    assertThat(Inputs.column(input, "first_name"))
        .containsExactly("x,,;;|y".replace(',', delimiter));
    assertThat(Inputs.records(input).get(0).position().line()).isEqualTo(3);
  }

  @Test
  void aFirstLineThatOnlyLooksLikeItIsAHeader() throws Exception {
    assertThat(problem("sep=x,email\na\n").code())
        .isEqualTo(ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE);
  }

  @Test
  void theHeaderMayBeInAnotherRow() throws Exception {
    String text = "Users of 2026;;\n\n\"x\ny\"\nemail;first_name\na;b\n\nc;d\n";
    SurveyedInput input = Inputs.survey(Inputs.file(text), Inputs.options(headerRow(4)));

    assertThat(Inputs.column(input, "email")).containsExactly("a", "c");
    assertThat(Inputs.records(input).get(1).position().line()).isEqualTo(7);
    assertThat(Inputs.records(input).get(1).position().index()).isEqualTo(1);
  }

  @Test
  void refusesAHeaderRowBehindTheEnd() throws Exception {
    assertThatThrownBy(() -> Inputs.survey(Inputs.file("email\na\n"), Inputs.options(headerRow(9))))
        .hasMessage("There is no row 9, the header row.");
    assertThatThrownBy(
            () -> Inputs.survey(Inputs.file("email\na\n"), Inputs.options(headerRow(10_001))))
        .hasMessage("the header row is a number from 1 to 10000, or 0 if there is no header");
  }

  @ParameterizedTest
  @CsvSource({
    "'Users\nemail,first_name\na,b\n', title, 2",
    "'Users,\n,\nemail,first_name\na,b\n', title, 3",
    "'\nemail,first_name\na,b\n', blank, 2",
    "',,\nemail,first_name\na,b\n', blank, 2",
    "'List of users\n\nemail,telephone,first_name\n', title, 3",
    "'Personalliste,,\n,,\nNachname,Vorname,E-Mail\nBell,Ann,a@b.cd\n', title, 3",
  })
  void namesTheRowThatSeemsToBeTheHeader(String text, String what, int row) throws Exception {
    assertThat(problem(text).message())
        .contains(what)
        .endsWith("the header seems to be in row " + row + ": add --header-row " + row + ".");
  }

  @Test
  void saysThatThereIsNoHeader() throws Exception {
    assertThat(problem("ann@example.org,Ann\nbob@example.org,Bob\n").message())
        .startsWith("There is no header: row 1 looks like data (column 1 is an e-mail address)")
        .doesNotContain("ann@");
  }

  @ParameterizedTest
  @CsvSource({"“email”", "'''email'''", "«email»", "`email`"})
  void saysThatQuotesAreOthers(String header) throws Exception {
    assertThat(problem(header + ",first_name\na,b\n").message())
        .contains("\"" + header.replace("''", "'") + "\"", "use \" or no quotes");
  }

  @Test
  void namesInvisibleCharacters() throws Exception {
    assertThat(problem("\u200bemail,first_name\na,b\n").message())
        .isEqualTo(
            "The name in column 1, \"\\u200bemail\", has an invisible character"
                + " (U+200B, zero width space): remove it.");
  }

  @ParameterizedTest
  @CsvSource({
    "'email,first_name\na;b\nc;d\n', separated by semicolons",
    "'email;first_name\na,b\nc,d\n', separated by commas",
    "'email,first_name\na\tb\n', separated by tabs",
    "'email,first_name\n\"a,b\"\n\"c,d\"\n', quoted as a whole",
  })
  void tellsOnceThatRowsDoNotFitTheHeader(String text, String words) throws Exception {
    assertThat(Inputs.survey(text).notes()).singleElement().asString().contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email,first_name\na,b;c\n", "email,first_name\na;b\nc,d\n", "email\na;b\n"})
  void saysNothingOfRowsThatFit(String text) throws Exception {
    assertThat(Inputs.survey(text).notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"email,first_name\n", "email,first_name", "email,first_name\n\n\n"})
  void aTableWithoutRowsIsToldToHaveNone(String text) throws Exception {
    assertThat(Inputs.survey(text).notes())
        .containsExactly("The table has no row below its header: nobody is imported.");
  }

  @Test
  void aHeaderInQuotesAsAWholeIsTold() throws Exception {
    assertThat(problem("\"email,first_name\"\n\"a,b\"\n").message())
        .contains("single cell in quotes, \"email,first_name\"");
  }

  @ParameterizedTest
  @CsvSource({
    "email^first_name, sep=^",
    "email:first_name:last_name, sep=:",
    "E-Mail~Vorname~Nachname, sep=~",
    "email/first_name, sep=/",
    "'email             first_name', tr -s ' ' '\\t' < "
  })
  void otherDelimitersAreToldWithTheRemedy(String header, String remedy) throws Exception {
    assertThat(problem(header + "\na,b\n").message())
        .contains("The header is a single cell, \"" + header + "\"", "separated by", remedy);
  }

  @Test
  void controlCharactersThatSeparateColumnsAreToldWithTheRemedy() throws Exception {
    assertThat(problem("email\u0001first_name\na\u0001b\n").message())
        .contains("separated by the control character \\u0001", "tr '\\01' '\\t' < ");
  }

  @Test
  void aDeclaredDelimiterThatTheRowsDoNotHaveIsTold() throws Exception {
    assertThat(problem("sep=,\nemail;first_name\na;b\n").message())
        .contains("separated by semicolons, but the first line names another delimiter");
  }

  @Test
  void blankRowsAreTold() throws Exception {
    assertThat(problem("\n\nx\ny\n").message())
        .contains("Row 1 is blank, and no row below it seems to be a header", "--header-row 2");
  }

  @Test
  void theVersionRowOfMicrosoftEntraIsNoHeader() throws Exception {
    String header =
        "Name [displayName] Required,User name [userPrincipalName] Required,"
            + "Block sign in (Yes/No) [accountEnabled] Required,First name [givenName]";

    assertThat(problem("version:v1.0,,,\n" + header + "\nA B,a,No,A\n").message())
        .contains("the header seems to be in row 2: add --header-row 2");
  }

  @Test
  void surplusCellsAreNamedByTheirFirstColumn() throws Exception {
    SurveyedInput input = Inputs.survey("email,first_name\na,b, ,x,y\nc,d,,\ne,f\n");

    assertThat(Inputs.column(input, SurplusCells.FIELD)).containsExactly(null, null, null);
    assertThat(Inputs.records(input).get(0).fields().get(SurplusCells.FIELD))
        .isEqualTo(Value.of(4));
    assertThat(Inputs.records(input).get(1).fields().names()).doesNotContain(SurplusCells.FIELD);
    assertThat(input.notes()).singleElement().asString().startsWith("1 row has more cells");
  }

  @Test
  void emptyColumnsAtTheEndAreIgnored() throws Exception {
    SurveyedInput input = Inputs.survey("email;first_name;; \na;b;;\nc;d\ne;f; ;\n");

    assertThat(input.header()).containsExactly("email", "first_name");
    assertThat(input.notes()).containsExactly("2 columns at the end are empty, and were ignored.");
  }

  @Test
  void columnsWithoutNamesThatHaveValuesAreRefused() throws Exception {
    assertThat(problem("email;first_name;\na;b;\nc;d;x\n").column()).isEqualTo(3);
  }
}
