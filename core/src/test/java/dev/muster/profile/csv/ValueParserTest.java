package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueParserTest {

  private final ValueParser parser = new ValueParser("FR");
  private final List<String> complaints = new ArrayList<>();

  private static Column column(AttributeKind kind) {
    AttributeDeclaration declaration =
        new AttributeDeclaration(
            "it", kind, "It", false, UniqueScope.NONE, -5.0, 1000.5, List.of("red", "green"));
    return new Column(
        "it", 0, ColumnKind.ATTRIBUTE, EnumSet.noneOf(Flag.class), Optional.of(declaration));
  }

  private Value parsed(AttributeKind kind, String text) {
    return parser.parse(column(kind), text, complaints::add);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STRING       | =1+1                       | =1+1
          DATE         | 2019-7-2                   | 2019-07-02
          DATE         | 2020-02-29                 | 2020-02-29
          EMAIL        | joerg@Bücher.example        | joerg@Bücher.example
          EMAIL        | root@localhost             | root@localhost
          PHONE_NUMBER | 01 23.45 67-89             | +33123456789
          PHONE_NUMBER | 0033123456787              | +33123456787
          PHONE_NUMBER | +32 81 00 56 78            | +3281005678
          PHONE_NUMBER | 01 23 45 67 89 ext. 12     | +33123456789
          PHONE_NUMBER | Tel: 01 23 45 67 89        | +33123456789
          PHONE_NUMBER | tel:+33123456789           | +33123456789
          URL          | https://example.com/a?b#c  | https://example.com/a?b#c
          COUNTRY_CODE | fr                         | FR
          ENUM         | green                      | green
          """)
  void takesTexts(AttributeKind kind, String text, String stored) {
    assertThat(parsed(kind, text)).isEqualTo(Value.of(stored));
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER  | 12     | 12
          NUMBER  | 12.50  | 12.5
          NUMBER  | 1e2    | 100
          NUMBER  | -0.0   | 0
          NUMBER  | 1000.5 | 1000.5
          INTEGER | -5     | -5
          INTEGER | +7     | 7
          INTEGER | 7.0    | 7
          """)
  void takesNumbers(AttributeKind kind, String text, String literal) {
    assertThat(parsed(kind, text)).isEqualTo(new Value.Num(literal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATE         | 2019-02-29        | Enter a valid date.
          DATE         | 20/07/2019        | Enter a valid date.
          DATE         | 2019-7-20T00:00   | Enter a valid date.
          DATE         | 19-7-20           | Enter a valid date.
          EMAIL        | nope              | Enter a valid email address.
          EMAIL        | a@intranet        | Enter a valid email address.
          EMAIL        | A <a@example.com> | Enter a valid email address.
          PHONE_NUMBER | 12                | Enter a valid phone number.
          PHONE_NUMBER | x                 | Enter a valid phone number.
          PHONE_NUMBER | 3.312345678E+10   | Enter a valid phone number.
          INTEGER      | 1e2               | Enter a whole number.
          URL          | not a url         | Enter a valid URL.
          URL          | javascript:alert  | Enter a valid URL.
          URL          | mailto:a@b.c      | Enter a valid URL.
          COUNTRY_CODE | XX                | Enter a valid country code.
          ENUM | blue | Select a valid choice. blue is not one of the available choices.
          NUMBER       | abc               | Enter a number.
          NUMBER       | 1,5               | Enter a number.
          NUMBER       | 1e999999999       | Enter a number.
          NUMBER       | NaN               | Enter a number.
          NUMBER       | 1001              | Ensure this value is less than or equal to 1000.5.
          INTEGER      | 7.5               | Enter a whole number.
          INTEGER      | -6                | Ensure this value is greater than or equal to -5.
          """)
  void refuses(AttributeKind kind, String text, String message) {
    assertThat(parsed(kind, text)).isNull();
    assertThat(complaints).singleElement().asString().startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "yes,true",
    "1,true",
    "00,true",
    "false,false",
    "FALSE,false",
    "0,false"
  })
  void takesAnythingForTrueButFalseAndZero(String text, boolean flag) {
    assertThat(parsed(AttributeKind.BOOLEAN, text)).isEqualTo(Value.of(flag));
  }

  @Test
  void takesAnEmptyCellForFalseOrForNoValue() {
    assertThat(ValueParser.ofEmpty(column(AttributeKind.BOOLEAN))).isEqualTo(Value.FALSE);
    assertThat(ValueParser.ofEmpty(column(AttributeKind.NUMBER))).isNull();
  }
}
