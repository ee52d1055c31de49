package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which schemes a text may be of. */
class SchemeMatchTest {

  /** Digests whose first two digits could be an index in Cisco's key. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "098f6bcd4621d373cade4e832627b4f6",
        "25d55ad283aa400af464c76d713c07ad",
        "00071c14165e0812",
        "5f4dcc3b5aa765d61d8327deb882cf99"
      })
  void hexDigitsAreCiscosOnlyIfTheyHideText(String digits) {
    boolean hidesText = digits.length() == 16;

    assertThat(SchemeMatch.of(digits).stream().map(SchemeMatch::scheme).toList())
        .satisfies(schemes -> assertThat(schemes.contains("cisco-type7")).isEqualTo(hidesText));
  }

  @Test
  void aRefusedSpellingNamesItsScheme() {
    assertThat(SchemeMatch.of("{BLF-CRYPT}$2y$05$short"))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.scheme()).isEqualTo("bcrypt");
              assertThat(match.refusal()).isPresent();
              assertThat(match.forms()).isEmpty();
            });
  }

  /** An import reads it so, too. */
  @Test
  void aSpellingThatIsTooDearIsNotToldToBeDamaged() {
    String key = "A".repeat(86);

    assertThat(SchemeMatch.of("$scrypt$n=2097152,r=8,p=1$c2FsdHNhbHQ$" + key))
        .singleElement()
        .satisfies(
            match -> assertThat(match.refusal()).contains("scrypt N must be from 2 to 1048576"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{SCRAM-SHA-256}4096,AAAA,BBBB | dovecot-scram",
        "{pbkdf2@SpringSecurity_v5_8}abab | spring-pbkdf2",
        "{PBKDF2_SHA256}AAAA | 389ds-pbkdf2",
        "{PBKDF2_STRETCH}10000$AAAA$AAAA | elasticsearch",
        "$pbkdf2$f=SHA3,w=600000,l=32$AAAA$AAAA | mattermost",
        "$ml$40000$zz$00 | macos",
        "sha1:64000:18:c2FsdA==:AAAA | crackstation",
        "PBKDF2WithHmacSHA256:2048:AAAA | jakarta",
        "salt=AAAA,stored_key=BBBB,server_key=CCCC,iterations=8192 | kafka",
        "pbkdf2(1000,20,sha512)$834e$00 | web2py",
      })
  void aDamagedTextOfAnotherSystemIsToldAsThat(String text, String spelling) {
    assertThat(SchemeMatch.of(text)).isEmpty();
    assertThat(SchemeMatch.hint(text))
        .get()
        .asString()
        .startsWith("It begins like the spelling " + spelling + ", which docs/hashes.md has")
        .doesNotContain("AAAA", "BBBB", "abab", "834e");
    assertThat(new TableHashes(CostBounds.DEFAULTS).explanation(text))
        .isEqualTo(SchemeMatch.hint(text).orElseThrow());
  }

  @Test
  void aFlawIsToldOnlyByAnExampleWithTheSameTag() {
    assertThat(SchemeMatch.hint("{pbkdf2}abab"))
        .get()
        .asString()
        .endsWith("is not sound: the part after the } has 4 characters, and must have 80.");
    assertThat(SchemeMatch.hint("{pbkdf2@SpringSecurity_v5_8}abab"))
        .get()
        .asString()
        .endsWith("is not sound.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{PBKDF2}x1$AAAA$AAAA | elasticsearch",
        "{PBKDF2}$1$AAAA$5000$zz | dovecot-pbkdf2",
        "{PBKDF2}x1:AAAA | opendj-pbkdf2",
      })
  void aTagOfSeveralSystemsIsOfTheOneWithTheSameSeparators(String text, String spelling) {
    assertThat(SchemeMatch.hint(text))
        .get()
        .asString()
        .startsWith("It begins like the spelling " + spelling + ", which");
  }

  @Test
  void noFlawIsToldIfTheSystemIsNot() {
    assertThat(SchemeMatch.hint("{PBKDF2}1$2$3$4$5$6"))
        .hasValue(
            "It begins like the spellings spring-pbkdf2, dovecot-pbkdf2, opendj-pbkdf2,"
                + " elasticsearch, which docs/hashes.md has examples of, but is none of them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{PBKDF2-SHA256}100$AAAA$AAAA | the part after the last $ has 4 characters, and must have"
            + " 43",
        "{PBKDF2-SHA512}100$AAAA$AAAA | the part after the last $ has 4 characters, and must have"
            + " 86",
        "{PBKDF2-SHA1}100$AAAA$AAAA | the part after the last $ has 4 characters, and must have 27",
        "{PBKDF2}10000$AAAA$AAAA | not a sound ldap-pbkdf2 hash"
      })
  void theLengthOfALdapDigestIsThatOfItsTag(String text, String ending) {
    assertThat(SchemeMatch.of(text))
        .singleElement()
        .satisfies(match -> assertThat(match.refusal().orElseThrow()).endsWith(ending));
  }

  @Test
  void partsOfDocumentsAreExplained() {
    String text = "{\"value\":\"AAAA\",\"salt\":\"AAAA\",\"additionalParameters\":{}}";

    assertThat(SchemeMatch.of(text)).isEmpty();
    assertThat(SchemeMatch.hint(text)).get().asString().contains("Keycloak").doesNotContain("AAAA");
    assertThat(SchemeMatch.hint("{\"algorithm\":\"md5\",\"hash\":{\"value\":\"00\"}}"))
        .get()
        .asString()
        .contains("Auth0");
    assertThat(SchemeMatch.hint("{unknown}$2y$05$short")).isEmpty();
  }

  @Test
  void whatNoSchemeKnowsIsNobodys() {
    assertThat(SchemeMatch.of("{unknown}$2y$05$short")).isEmpty();
  }
}
