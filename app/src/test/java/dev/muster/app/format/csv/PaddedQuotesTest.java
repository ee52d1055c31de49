package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.SurveyedInput;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blanks around a quoted cell mean nothing. */
class PaddedQuotesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `a, "Ann, M", Bell`
          `a,\t "Ann, M"\t , Bell`
          `a,"Ann, M" ,Bell`
          `a, "Ann, M",  "Bell"  `
          `  "a" ,  "Ann, M", Bell`
          `\u00a0"a","Ann, M",Bell`
          """)
  void readsTheCellInside(String row) throws Exception {
    for (char delimiter : new char[] {',', ';'}) {
      String text = "email,first_name,last_name\n" + row + "\nb,B,\"C\"\n";
      SurveyedInput input = Inputs.survey(text.replace(',', delimiter));

      assertThat(Inputs.column(input, "email")).containsExactly("a", "b");
      assertThat(Inputs.column(input, "first_name")).containsExactly("Ann" + delimiter + " M", "B");
      assertThat(Inputs.column(input, "last_name")).containsExactly("Bell", "C");
    }
  }

  @Test
  void readsSuchAHeader() throws Exception {
    SurveyedInput input = Inputs.survey("\"email key\" , \"first_name no-update\"\na,b\n");

    assertThat(input.header()).containsExactly("email key", "first_name no-update");
    assertThat(Inputs.column(input, "first_name")).containsExactly("b");
  }

  @Test
  void keepsQuotesWithinText() throws Exception {
    SurveyedInput input =
        Inputs.survey(
            "email,first_name,last_name\n"
                + "a, \"Bob\" Smith, \"the \"\"Builder\"\"\"\n"
                + "b,5\" x,\" , \"\n"
                + "c, \"x,y\n");

    assertThat(Inputs.column(input, "first_name")).containsExactly("\"Bob\" Smith", "5\" x", "\"x");
    assertThat(Inputs.column(input, "last_name")).containsExactly("the \"Builder\"", ",", "y");
  }

  @Test
  void countsLinesAsTheFileHasThem() throws Exception {
    assertThatThrownBy(
            () -> Inputs.survey("email,first_name\n\"a\" , \"b\nc\" \r\n\nd, \"e\"\nf,\"g\"h\n"))
        .isInstanceOf(InputRefused.class)
        .hasMessageStartingWith("Line 6: something follows a closing quote");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyPaddingIsRemovedAndNothingElse(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder padded = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    for (int row = 0; row < 300; row++) {
      StringJoiner paddedRow = new StringJoiner(",");
      StringJoiner plainRow = new StringJoiner(",");
      for (int cells = 1 + random.nextInt(4); cells > 0; cells--) {
        String text = "x".repeat(random.nextInt(300)) + (random.nextBoolean() ? "\n, \"\"y" : " z");
        String quoted = '"' + text + '"';
        paddedRow.add(" ".repeat(random.nextInt(3)) + quoted + "\t".repeat(random.nextInt(3)));
        plainRow.add(quoted);
      }
      padded.append(paddedRow).append("\r\n");
      plain.append(plainRow).append("\r\n");
    }

    assertThat(read(padded.toString(), random)).isEqualTo(plain.toString());
  }

  private static String read(String text, Random random) throws IOException {
    StringBuilder out = new StringBuilder();
    try (Reader in = new PaddedQuoteReader(new StringReader(text), ',', 10_000)) {
      char[] buffer = new char[500];
      int n;
      while ((n = in.read(buffer, 0, 1 + random.nextInt(500))) >= 0) {
        out.append(buffer, 0, n);
      }
    }
    return out.toString();
  }
}
