package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a program probably wrote in place of something else. */
class SuspectTextTest {

  @ParameterizedTest
  @CsvSource({
    "NULL, no value",
    "\\N, no value",
    "(null), no value",
    "[NULL], no value",
    "NaN, no value",
    "#N/A, an error of a spreadsheet",
    "#DIV/0!, an error of a spreadsheet",
    "4.47E+11, left out digits",
    "'1,5E+05', left out digits",
    "1E+05, left out digits",
    "'=\"00123\"', a formula",
    "'=CONCATENATE(A1)', a formula",
    "\u201cCid\u201d, quotes that are none",
    "\u00abCid\u00bb, quotes that are none",
    "`Cid`, quotes that are none",
    "Zo=C3=AB, as mail",
    "Zo%C3%AB, URLs",
    "Zo&euml;, the notation of HTML",
    "Bell &amp; Co, the notation of HTML",
    "D&#39;Angelo, the notation of HTML"
  })
  void areWarnedAbout(String text, String words) {
    assertThat(SuspectText.warning(text)).startsWith("\"" + text + "\"").contains(words);
  }

  @Test
  void escapesOfJsonAreTold() {
    assertThat(SuspectText.warning("Zo\\u00eb")).contains("as mail, URLs or JSON write them");
  }

  @Test
  void controlCharactersAreToldExceptLineEnds() {
    assertThat(SuspectText.warning("a\u000bb")).startsWith("\"a\\u000bb\" has a control character");
    assertThat(SuspectText.warning("a\nb\tc\r\n")).isNull();
    assertThat(SuspectText.warning("'Cid'")).contains("quotes that are none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Null",
        "null",
        "Nan",
        "N",
        "#1",
        "#hash",
        "1E",
        "1E+",
        "12E4",
        "100",
        "0E+0x",
        "3E+4 Street",
        "Bell & Co; Ltd",
        "AT&T",
        "100%",
        "a=b",
        "C:\\users",
        "https://example.org/%C3%A9t%C3%A9",
        "R&D;",
        "=",
        "=)",
        "=x",
        "'t Hooft",
        "(x)",
        "[x]",
        "\\",
        "<b>"
      })
  void othersAreNot(String text) {
    assertThat(SuspectText.warning(text)).isNull();
  }
}
