package dev.muster.app.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          General            @ 42                    @ 42
          General            @ 42.0                  @ 42
          General            @ 4.47E+11              @ 447000000000
          General            @ 33612345678           @ 33612345678
          General            @ 0.10000000000000001   @ 0.1
          General            @ 1.5E-3                @ 0.0015
          General            @ -7                    @ -7
          General            @ 0                     @ 0
          General            @ 12345678901234567     @ 12345678901234567
          0.00               @ 3.14159               @ 3.14159
          `#,##0`            @ 1234567               @ 1234567
          00000              @ 1050                  @ 01050
          00000              @ 123456                @ 123456
          `000-00-0000`      @ 12345678              @ 012-34-5678
          `0#" "##" "##" "##" "##` @ 612345678       @ 06 12 34 56 78
          `\\(000\\)\\ 000`  @ 123456                @ (123) 456
          dd/mm/yyyy         @ 22667                 @ 1962-01-21
          `[$-40C]d mmmm yyyy;@` @ 22667             @ 1962-01-21
          mmm-yy             @ 22667                 @ 1962-01-21
          `yyyy-mm-dd hh:mm` @ 22667.5               @ 1962-01-21 12:00
          `yyyy-mm-dd hh:mm` @ 22667                 @ 1962-01-21
          `dd.mm.yyyy`       @ 22667.75              @ 1962-01-21
          `hh:mm:ss`         @ 0.500011574           @ 12:00:01
          `yyyy-mm-dd`       @ 1                     @ 1900-01-01
          `yyyy-mm-dd`       @ 61                    @ 1900-03-01
          `yyyy-mm-dd`       @ -1                    @ -1
          `0" days"`         @ 3                     @ 3
          `[Red]0`           @ 3                     @ 3
          """)
  void showsNumbersAsTheyAre(String code, String number, String shown) {
    assertThat(NumberFormat.of(code).shown(number, false)).isEqualTo(shown);
  }

  @Test
  void countsDaysFrom1904IfTheWorkbookDoes() {
    assertThat(NumberFormat.builtIn(14).shown("21205", true)).isEqualTo("1962-01-21");
    assertThat(NumberFormat.builtIn(14).shown("0", true)).isEqualTo("1904-01-01");
  }

  @ParameterizedTest
  @CsvSource({"14, 1962-01-21", "22, 1962-01-21", "0, 22667", "1, 22667", "49, 22667"})
  void knowsBuiltInFormats(int id, String shown) {
    assertThat(NumberFormat.builtIn(id).shown("22667", false)).isEqualTo(shown);
  }

  @Test
  void aLongCodeIsCut() {
    assertThat(NumberFormat.of("0".repeat(100_000)).shown("7", false)).endsWith("0007");
    assertThat(NumberFormat.of("\\".repeat(255) + "0").shown("7", false)).isEqualTo("7");
  }
}
