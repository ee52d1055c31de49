package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.crypt.Phpass;
import dev.muster.app.hash.vendor.MediaWikiMd5;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of phpass, Drupal, WordPress, MediaWiki and RestAuth that are refused. */
class PhpHashesTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String SALTED_22 = "saltsalt" + ".".repeat(22);
  private static final String SALTED_43 = "saltsalt" + ".".repeat(43);
  private static final String MD5_HEX = "0".repeat(32);
  private static final String SHA1_BASE64 = "A".repeat(27) + "=";
  private static final String BCRYPT_BASE64 = ".".repeat(53);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          phpass             | $P$
          phpass             | $P$8salt
          phpass             | $P$4SALTED22
          phpass             | $P$aSALTED22
          phpass             | $P$8SALTED22.
          phpass             | $P$8SALTED43
          drupal7            | $S$
          drupal7            | $S$CSALTED22
          drupal7            | $S$4SALTED43
          drupal7            | $S$CSALTED43.
          drupal7            | U$
          drupal7            | U$S$C
          drupal7            | drupal7$
          drupal7            | drupal7$S$CSALTED43
          wordpress-bcrypt   | $wp$2y$
          wordpress-bcrypt   | $wp$2y$10$BCRYPT.
          wordpress-bcrypt   | $wp$2y$32$BCRYPT
          mediawiki          | :A:
          mediawiki          | :A:salt:MD5
          mediawiki          | :B:MD5
          mediawiki          | :B:salt:MD50
          mediawiki          | :pbkdf2:sha512:1000:64:c2FsdA==
          mediawiki          | :pbkdf2:sha1:1000:21:c2FsdA==:SHA1
          mediawiki          | :pbkdf2:sha0:1000:20:c2FsdA==:SHA1
          mediawiki          | :pbkdf2:sha1:1000:20:salt:c2FsdA==
          mediawiki          | :pbkdf2:sha1:1000:20:!:SHA1
          mediawiki          | :pbkdf2-legacyB:!sha1:1000:20!c2FsdA==!SHA1
          mediawiki          | :pbkdf2-legacyA:sha1:1000:20!!c2FsdA==!SHA1
          mediawiki          | :bcrypt:12$salt$digest
          mediawiki          | :argon2:argon2id
          restauth-sha512    | sha512$
          restauth-sha512    | sha512$salt$MD5
          restauth-mediawiki | mediawiki$salt
          restauth-mediawiki | mediawiki$salt$SHA1
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
          rounds must be from 128 to 4194304           | $P$LSALTED22
          rounds must be from 128 to 4194304           | U$S$SSALTED43
          bcrypt cost must be from 4 to 16             | $wp$2y$17$BCRYPT
          bcrypt cost must be from 4 to 16             | :bcrypt:17$SPLIT
          PBKDF2 iterations must be from 1 to 10000000 | :pbkdf2:sha1:0:20:c2FsdA==:SHA1
          PBKDF2 iterations must be from 1 to 10000000 | :pbkdf2:sha1:10000001:20::SHA1
          PBKDF2 iterations of all blocks must be at most 10000000 | :pbkdf2:sha1:5000001:40::LONG
          PBKDF2 iterations must be from 1 to 10000000 | :pbkdf2-legacyA:!sha1:HUGE:20!!!SHA1
          """,
      delimiter = '|')
  void anUnbearableCostIsNamed(String message, String template) {
    assertThat(ALL.read(filled(template))).isEqualTo(new HashReading.OutOfBounds(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":", ":C:hash", ":a:hash", "A:hash", "$wp$", "$s$", "mediawiki", "U", "UU$S$C"})
  void otherTextsAreNobodys(String text) {
    assertThat(ALL.read(text)).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void aParsedHashShowsNeitherSaltNorDigest() {
    assertThat(Phpass.parse(filled("$P$8SALTED22")).orElseThrow().toString())
        .contains("roundsLog2=10")
        .doesNotContain("saltsalt", "....");
    assertThat(MediaWikiMd5.parse(filled(":B:grain:MD5")).orElseThrow().toString())
        .doesNotContain("grain", "0000");
  }

  private static String filled(String template) {
    return template
        .replace("SALTED22", SALTED_22)
        .replace("SALTED43", SALTED_43)
        .replace("MD5", MD5_HEX)
        .replace("SHA1", SHA1_BASE64)
        .replace("LONG", "A".repeat(54) + "==")
        .replace("SPLIT", ".".repeat(22) + "$" + ".".repeat(31))
        .replace("HUGE", "99999999999999999999")
        .replace("BCRYPT", BCRYPT_BASE64);
  }
}
