package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSchemesTest {

  /** {@code U*U}, of crypt_blowfish's own test vectors. */
  private static final String BCRYPT =
      "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final HashSchemes DJANGO = StandardSchemes.django(CostBounds.DEFAULTS);
  private static final HashSchemes BARE = StandardSchemes.bcrypt(CostBounds.DEFAULTS);
  private static final HashReading ACCEPTED =
      new HashReading.Accepted(new EncodedHash("bcrypt", BCRYPT));

  @Test
  void bareBcryptIsNoEncodingOfDjangos() {
    assertThat(ALL.read(BCRYPT)).isEqualTo(ACCEPTED);
    assertThat(BARE.read(BCRYPT)).isEqualTo(ACCEPTED);
    assertThat(DJANGO.read(BCRYPT)).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void djangosBcryptIsKeptBare() {
    assertThat(ALL.read("bcrypt$" + BCRYPT)).isEqualTo(ACCEPTED);
    assertThat(DJANGO.read("bcrypt$" + BCRYPT)).isEqualTo(ACCEPTED);
    assertThat(BARE.read("bcrypt$" + BCRYPT)).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void whereverItWasReadItCanBeVerified() {
    EncodedHash hash = new EncodedHash("bcrypt", BCRYPT);

    for (HashSchemes schemes : List.of(ALL, DJANGO, BARE)) {
      assertThat(schemes.verify(hash, "U*U".getBytes(UTF_8))).isTrue();
      assertThat(schemes.verify(hash, "U*V".getBytes(UTF_8))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "$",
        "!",
        "!pbkdf2_sha256$1$a$b",
        "hop",
        "pbkdf2_sha512$1$a$b",
        "pbkdf2_sha2567$1$a$b",
        "PBKDF2_SHA256$1$a$b",
        " md5$a$0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdeg",
        "0123"
      })
  void otherTextsAreNobodys(String text) {
    assertThat(ALL.read(text)).isEqualTo(new HashReading.NotMine());
    assertThat(DJANGO.read(text)).isEqualTo(new HashReading.NotMine());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{SSHA}0123",
        "$2c$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "$1$salt$hash",
        "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$wyK7xXLK7xjbBTV6V/OxAA",
        "$scrypt$ln=6,r=8,p=1$Z3JhaW5z$Z3JhaW5z",
        "$pbkdf2-sha256$i=100$Z3JhaW5z$Z3JhaW5z"
      })
  void whatOthersWriteIsNothingToDjango(String text) {
    assertThat(ALL.read(text)).isNotEqualTo(new HashReading.NotMine());
    assertThat(DJANGO.read(text)).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void hexDigitsOfEitherCaseAreOneDigest() {
    byte[] password = "password".getBytes(UTF_8);

    assertThat(ALL.verify(acceptedMd5("5f4dcc3b5aa765d61d8327deb882cf99"), password)).isTrue();
    assertThat(ALL.verify(acceptedMd5("5F4DCC3B5AA765D61D8327DEB882CF99"), password)).isTrue();
  }

  private static EncodedHash acceptedMd5(String encoded) {
    EncodedHash hash = new EncodedHash("django-unsalted-md5", encoded);
    assertThat(ALL.read(encoded)).isEqualTo(new HashReading.Accepted(hash));
    return hash;
  }

  @Test
  void whatWasNeverAcceptedIsNotVerifiedAndNotShown() {
    for (String scheme : List.of("bcrypt", "django-pbkdf2-sha256", "django-unsalted-md5")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> ALL.verify(new EncodedHash(scheme, "secret"), new byte[0]))
          .withMessage("never accepted: EncodedHash[scheme=" + scheme + "]");
    }
  }
}
