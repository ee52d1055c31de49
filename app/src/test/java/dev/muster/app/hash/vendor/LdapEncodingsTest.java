package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdapEncodingsTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);

  @ParameterizedTest
  @CsvSource({
    "ldap-ssha, {SSHA}",
    "ldap-ssha, {SSHA}0123",
    "ldap-ssha, {SSHA}AAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "ldap-ssha, {SSHA} AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "ldap-sha, {SHA}AAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "ldap-sha, {SHA}AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "ldap-sha, {SHA}000000000000000000000000000000000000000",
    "ldap-sha, {SHA}000000000000000000000000000000000000000g",
    "ldap-md5, {md5}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "ldap-sha256, {SHA256}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "ldap-crypt, {CRYPT}",
    "ldap-crypt, {CRYPT}x",
    "ldap-crypt, {CRYPT}!",
    "ldap-crypt, {CRYPT}$6$salt$hash",
    "ldap-crypt, {CRYPT}{CRYPT}abmF1QH4PEr.E"
  })
  void whatATagBeginsHasToBeSound(String name, String encoded) {
    assertThat(((HashReading.Malformed) ALL.read(encoded)).message())
        .startsWith("not a sound " + name + " hash");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{SHA",
        "{SHA2}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "SHA}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        " {SHA}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "{ſha}AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "{CLEARTEXT",
        "{CLEARER}password",
        "clear"
      })
  void otherTagsAreNobodys(String encoded) {
    assertThat(ALL.read(encoded)).isEqualTo(new HashReading.NotMine());
    assertThat(Cleartext.plain(encoded)).isEmpty();
  }

  @Test
  void aTagHasAnyCaseAndASaltAnyLength() {
    byte[] password = "password".getBytes(UTF_8);

    assertThat(fits("{sSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "ldap-ssha", password)).isTrue();
    assertThat(fits("{Sha}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "ldap-sha", password)).isTrue();
    assertThat(fits("{md5}5f4dcc3b5aa765d61d8327deb882cf99", "ldap-md5", password)).isTrue();
    assertThat(fits("{MD5}5F4DCC3B5AA765D61D8327DEB882CF99", "ldap-md5", password)).isTrue();
  }

  private static boolean fits(String encoded, String name, byte[] password) {
    EncodedHash hash = new EncodedHash(name, encoded);
    assertThat(ALL.read(encoded)).isEqualTo(new HashReading.Accepted(hash));
    return ALL.verify(hash, password);
  }

  @Test
  void cleartextGivesThePasswordAway() {
    assertThat(Cleartext.plain("{CLEARTEXT}open sesame")).contains("open sesame");
    assertThat(Cleartext.plain("{clear}open sesame")).contains("open sesame");
    assertThat(Cleartext.plain("{CLEARTEXT}")).contains("");
    assertThat(Cleartext.plain("{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=")).isEmpty();
  }

  @Test
  void butNotInMessages() {
    assertThat(Cleartext.parse("{CLEARTEXT}open sesame").orElseThrow().toString())
        .doesNotContain("sesame");
    assertThat(ALL.read("{CLEARTEXT}open sesame").toString()).doesNotContain("sesame");
  }
}
