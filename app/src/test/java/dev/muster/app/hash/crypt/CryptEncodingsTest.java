package dev.muster.app.hash.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptEncodingsTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final HashReading NOBODYS = new HashReading.NotMine();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          sha512-crypt   | $6$
          sha512-crypt   | $6$salt
          sha512-crypt   | $6$salt$D43
          sha512-crypt   | $6$salt$D85
          sha512-crypt   | $6$salt$D86.
          sha512-crypt   | $6$salt$D85/A
          sha512-crypt   | $6$seventeen-letters$D86
          sha512-crypt   | $6$rounds=$salt$D86
          sha512-crypt   | $6$rounds=05000$salt$D86
          sha512-crypt   | $6$rounds=-1$salt$D86
          sha512-crypt   | $6$sälz$D86
          sha256-crypt   | $5$salt$D86
          sha256-crypt   | $5$salt$D42z
          md5-crypt      | $1$salt$hash
          md5-crypt      | $1$ninechars$D22
          md5-crypt      | $1$salt$D21z
          md5-crypt      | $1$salt$D22$
          apr1-md5-crypt | $apr1$salt$D21
          sha1-crypt     | $sha1$salt$D28
          sha1-crypt     | $sha1$x$salt$D28
          sun-md5-crypt  | $md5$salt$$$D22
          sun-md5-crypt  | $md5,rounds=x$salt$$D22
          sun-md5-crypt  | $md5,round=1$salt$$D22
          bsdi-crypt     | _J9..abcdD10z
          """,
      delimiter = '|')
  void whatAMarkBeginsHasToBeSound(String name, String template) {
    assertThat(((HashReading.Malformed) ALL.read(filled(template))).message())
        .startsWith("not a sound " + name + " hash");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          rounds must be from 1000 to 4194304 | $6$rounds=999$salt$D86
          rounds must be from 1000 to 4194304 | $5$rounds=4194305$salt$D43
          rounds must be from 1000 to 4194304 | $6$rounds=99999999999999999999$salt$D86
          rounds must be from 1 to 4194304    | $sha1$0$salt$D28
          rounds must be from 1 to 4194304    | $sha1$4194305$salt$D28
          rounds must be from 0 to 4194304    | $md5,rounds=4194305$salt$$D22
          rounds must be from 0 to 4194304    | $md5,rounds=99999999999999999999$salt$$D22
          rounds must be from 1 to 4194304    | _....abcdD11
          rounds must be from 1 to 4194304    | _zzzzabcdD11
          """,
      delimiter = '|')
  void anUnbearableCostIsNamed(String message, String template) {
    HashReading refused = new HashReading.OutOfBounds(message);

    assertThat(ALL.read(filled(template))).isEqualTo(refused);
    assertThat(ALL.read("{CRYPT}" + filled(template))).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abD11", "abD11D11", "_J9..abcdD10"})
  void whatHasNoMarkIsNobodysUntilItIsNamed(String template) {
    assertThat(ALL.read(filled(template))).isEqualTo(NOBODYS);
  }

  @ParameterizedTest
  @CsvSource({
    "des-crypt, abD10, abD10z, äbD11, abD12",
    "bigcrypt, abD10, abD10zD11, abD11D10, abD11x17",
    "crypt16, abD11, abD10zD11, abD11D10, abD11x3"
  })
  void whatIsNamedHasToBeSound(String name, String one, String two, String three, String four) {
    for (String template : new String[] {one, two, three, four}) {
      assertThat(ALL.byName(name).orElseThrow().readAs(filled(template)))
          .as(template)
          .isInstanceOf(HashReading.Malformed.class);
    }
  }

  @Test
  void aPasswordThatWouldTakeMinutesFitsNothing() {
    ShaCrypt hash = ShaCrypt.parse(filled("$6$salt$D86")).orElseThrow();

    assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(hash.matches(new byte[1 << 20])).isFalse());
  }

  /** D22 stands for 22 digits, and D11x3 for three times eleven of them. */
  private static String filled(String template) {
    StringBuilder filled = new StringBuilder(template);
    for (int i = filled.indexOf("D"); i >= 0; i = filled.indexOf("D")) {
      int count = Integer.parseInt(filled.substring(i + 1, i + 3));
      filled.replace(i, i + 3, ".".repeat(count));
      if (filled.length() > i + count && filled.charAt(i + count) == 'x') {
        int times = Integer.parseInt(filled.substring(i + count + 1));
        filled.replace(i, filled.length(), ".".repeat(count * times));
      }
    }
    return filled.toString();
  }
}
