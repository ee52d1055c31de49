package dev.muster.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What python3 -c "print('é'.encode('NAME').hex())" prints on a little-endian machine. */
class PythonCodecTest {

  @ParameterizedTest
  @CsvSource({
    "utf-8, c3a9",
    "UTF8, c3a9",
    "utf-8-sig, efbbbfc3a9",
    "utf_8_sig, efbbbfc3a9",
    "utf-16-le, e900",
    "utf-16-be, 00e9",
    "utf-16le, e900",
    "utf-32-be, 000000e9",
    "cp1252, e9",
    "windows-1252, e9",
    "cp1250, e9",
    "cp437, 82",
    "cp850, 82",
    "iso-8859-1, e9",
    "iso8859-1, e9",
    "iso8859_15, e9",
    "iso-8859-15, e9",
    "latin-1, e9",
    "latin1, e9",
    "mac_roman, 8e",
  })
  void encodesAsPythonDoes(String name, String hex) throws CharacterCodingException {
    assertThat(HexFormat.of().formatHex(new PythonCodec(name).encode("é"))).isEqualTo(hex);
  }

  @Test
  void marksTheOrderOfBytesWhereItIsNotNamed() throws CharacterCodingException {
    assertThat(HexFormat.of().formatHex(new PythonCodec("utf-16").encode("é")))
        .isIn("fffee900", "feff00e9");
  }

  @ParameterizedTest
  @CsvSource({"ascii", "cp1252", "iso-8859-15", "latin-1"})
  void refusesWhatTheEncodingLacks(String name) {
    assertThatThrownBy(() -> new PythonCodec(name).encode("\u6F22"))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void refusesNamesItDoesNotKnow() {
    assertThatThrownBy(() -> new PythonCodec("klingon-8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown encoding klingon-8");
  }
}
