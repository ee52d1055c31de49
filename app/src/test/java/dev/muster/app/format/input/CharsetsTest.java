package dev.muster.app.format.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "UTF8, UTF-8",
    "utf_8, UTF-8",
    "utf-8-sig, UTF-8",
    "utf_8_sig, UTF-8",
    "cp1252, windows-1252",
    "windows-1252, windows-1252",
    "windows_1252, windows-1252",
    "iso-8859-15, ISO-8859-15",
    "iso8859-15, ISO-8859-15",
    "iso8859_15, ISO-8859-15",
    "ISO_8859_15, ISO-8859-15",
    "latin-1, ISO-8859-1",
    "latin_1, ISO-8859-1",
    "latin1, ISO-8859-1",
    "L1, ISO-8859-1",
    "iso-8859-1, ISO-8859-1",
    "ascii, US-ASCII",
    "us-ascii, US-ASCII",
    "utf-16, UTF-16",
    "utf_16_le, UTF-16LE",
    "utf-16-be, UTF-16BE",
    "cp1250, windows-1250",
    "cp850, IBM850",
    "mac_roman, x-MacRoman",
    "koi8_r, KOI8-R",
    "shift_jis, Shift_JIS",
    "euc_jp, EUC-JP"
  })
  void areKnownByTheNamesThatPeopleAndPythonUse(String name, String charset) {
    assertThat(Charsets.named(name)).contains(Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon-8", "", " ", "-", "utf-7!", "é", "../utf-8"})
  void areUnknownByOthers(String name) {
    assertThat(Charsets.named(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15", "ascii"})
  void areOfferedOnlyIfTheyAreKnown(String name) {
    assertThat(Charsets.COMMON_NAMES.split(", ")).contains(name);
    assertThat(Charsets.named(name)).isPresent();
  }
}
