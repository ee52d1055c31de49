package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of shops, frameworks and servers, at their limits. */
class SystemShapesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String D22 = "abcdefghijklmnopqrstuu";
  private static final String D31 = "FiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";
  private static final String B64 = "A".repeat(86) + "==";

  static List<Vector> vectors() throws IOException {
    return Vector.ofSpellings();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aTextIsStoredAsItsSchemeWritesIt(Vector vector) {
    HashReading reading = SCHEMES.read(vector.encoded());
    EncodedHash hash = ReadHash.of(reading);

    assertThat(SCHEMES.byName(hash.scheme()).orElseThrow().readAs(hash.encoded()))
        .isEqualTo(reading);
    assertThat(SCHEMES.verify(hash, vector.passwordUtf8())).isEqualTo(vector.expected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$bcrypt$v=99$r=10$B22$D31",
        "$bcrypt$v=98$r=05$B22$D31",
        "$bcrypt$v=98$r=40$B22$D31",
        "#jbcrypt:$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "#jbcrypt:BCRYPT0",
        "BCRYPT:",
        "BCRYPT:10",
        "03$D22D31",
        "32$D22D31",
        "05$D22D310",
        "2c$05$D22D31",
        "a:1:{s:4:\"hash\";s:59:\"BCRYPT\";}",
        "a:2:{s:4:\"hash\";s:60:\"BCRYPT\";}",
        "a:1:{s:4:\"hash\";s:60:\"BCRYPT\";}}",
        "a:1:{s:4:\"hash\";i:60;}",
        "a:1:{s:4:\"salt\";s:60:\"BCRYPT\";}",
        "a:3:{s:4:\"hash\";s:2:\"00\";s:4:\"salt\";s:1:\"a\";s:8:\"hashFunc\";s:6:\"sha256\";}",
        "a:3:{s:4:\"hash\";s:2:\"00\";s:4:\"salt\";s:1:\"a\";s:8:\"hashFunc\";s:3:\"md5\";}",
        "{\"hash\":\"plain\"}",
        "{\"hash\":\"BCRYPT\",\"x\":\"y\"}",
        "C$6$abc",
        "CBCRYPT0",
        "$argon2id$v=19$t=2,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "$argon2id$v=19$t=2,m=256$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "$shiro2$argon2id$v=19$t=2,m=256,p=2$$",
        "$shiro2$plain",
        "$shiro1$SHA-3$1$c2FsdA==$AAAA",
        "$shiro1$MD5$0$c2FsdA==$AAAAAAAAAAAAAAAAAAAAAA==",
        "$shiro1$MD5$1$c2FsdA==$AAAA",
        "sha1:64000:18:c2FsdA==:AAAA",
        "sha1:1e3:c2FsdA==:AAAA",
        "sha3:1000:c2FsdA==:AAAA",
        "PBKDF2WithHmacSHA256:0:c2FsdA==:AAAA",
        "PBKDF2WithHmacMD5:1:c2FsdA==:AAAA",
        "PBKDF2WithHmacSHA256:1:c2FsdA==:AAAA",
        "$7$101$c2FsdA==$AAAA",
        "$ml$1000$00$0000",
        "$PBKDF2$HMACSHA512:1000:00$0000",
        "$7$101$c2FsdA==",
        "$7$101$c2FsdA==$!",
        "$7$12345678901$c2FsdA==$AAAA",
        "$6$!$B64",
        "$6$c2FsdA==$AAAA==",
        "$ml$1000$00$0",
        "$ml$1000$00$zz",
        "$PBKDF2$HMACSHA256:1000:00$00",
        "AAAAoAAAAGQAAQIDBAUGB6l99NcdaDbjHfunbEK1L+KxW+i",
        "{PBKDF2WithHmacSHA1}AAAAoQAAAGQAAQIDBAUGB6l99NcdaDbjHfunbEK1L+KxW+io",
        "{PBKDF2WithHmacSHA1}",
        "$scrypt$n=15,r=8,p=1$c2FsdA$AAAA",
        "$scrypt$n=16384,r=8$c2FsdA$AAAA",
      })
  void otherTextsAreNotAccepted(String template) {
    String text =
        template
            .replace("BCRYPT", "$2a$05$" + D22 + D31)
            .replace("B22", "A".repeat(22))
            .replace("D22", D22)
            .replace("D31", D31)
            .replace("B64", B64);
    assertThat(SCHEMES.read(text)).isNotInstanceOf(HashReading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "$bcrypt$v=98$r=20$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$n=2097152,r=8,p=1$c2FsdA$A64",
        "$argon2id$v=19$t=3,m=99999999,p=4$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "sha1:99999999:3:c2FsdA==:AAAA",
        "PBKDF2WithHmacSHA512:9999999999999999999999:c2FsdA==:A64==",
        "$7$99999999$c2FsdA==$A64==",
        "$shiro1$MD5$99999999$c2FsdA==$AAAAAAAAAAAAAAAAAAAAAA==",
        "{PBKDF2WithHmacSHA1}AAAAoP////8AAQIDBAUGB6l99NcdaDbjHfunbEK1L+KxW+io",
        "PBKDF2$sha512$6000000$c2FsdA==$AAAA",
      })
  void theCostIsLimited(String template) {
    assertThat(SCHEMES.read(template.replace("A64", "A".repeat(86))))
        .isInstanceOf(HashReading.OutOfBounds.class);
  }

  /** Each step of a chain is within the limits, all together are not. */
  @Test
  void magentosStepsAreLimitedTogether() {
    String hash = "0".repeat(64) + ":saltsaltsaltsalt";

    assertThat(SCHEMES.read(hash + ":3_32_16_67108864")).isInstanceOf(HashReading.Accepted.class);
    assertThat(SCHEMES.read(hash + ":3_32_16_67108864:3_32_16_67108864"))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(SCHEMES.read(hash + ":3_32_2_9999999999999999999"))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(SCHEMES.read(hash + ":3_32_0_1048576")).isInstanceOf(HashReading.OutOfBounds.class);
  }

  /** The reports' own examples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "magento 43c3189edc575ba7a488371fe48885dfbf7f2aa69a3a4bc97bcec9d074e2d83a"
            + ":0o1ICsF2WcIcqIVeT8S2E72ggi9jzSVy:1",
        "magento a2a18166da3c9df2193f3c68fdc8ade7b909bd490150e8d535c8e45739d0fffc"
            + ":AbCdEfGhIjKlMnOp:3_32_2_67108864",
        "aspnet-membership ljsL4Qz3fCPRSfEPlUNsOCFTVvQ=|1|AAECAwQFBgcICQoLDA0ODw==",
      })
  void publishedHashesAreRead(String scheme, String text) {
    assertThat(SCHEMES.read(text))
        .isEqualTo(new HashReading.Accepted(new EncodedHash(scheme, text)));
  }

  @Test
  void magentosPublishedPasswordsAreRight() {
    byte[] password = "p\u00e4ssw\u00f6rd\u2603\u00f1".getBytes(UTF_8);
    String sha256 =
        "43c3189edc575ba7a488371fe48885dfbf7f2aa69a3a4bc97bcec9d074e2d83a"
            + ":0o1ICsF2WcIcqIVeT8S2E72ggi9jzSVy:1";
    String argon2 =
        "a2a18166da3c9df2193f3c68fdc8ade7b909bd490150e8d535c8e45739d0fffc"
            + ":AbCdEfGhIjKlMnOp:3_32_2_67108864";

    assertThat(SCHEMES.verify(new EncodedHash("magento", sha256), password)).isTrue();
    assertThat(SCHEMES.verify(new EncodedHash("magento", argon2), password)).isTrue();
  }

  static Stream<String> endless() {
    int much = 100_000;
    return Stream.of(
        "a:1:{" + "s:0:\"\";".repeat(much / 7),
        "a:1:{s:4:\"hash\";s:" + "1".repeat(much),
        "{\"hash\":\"" + "\\/".repeat(much / 2) + "\"}",
        "#jbcrypt:" + "$".repeat(much),
        "$bcrypt$" + "r=".repeat(much / 2),
        "$argon2id$v=19$" + "m=1,".repeat(much / 4),
        "$shiro2" + "$2$".repeat(much / 3),
        "$shiro1$MD5$" + "1".repeat(much),
        "sha1:" + "1:".repeat(much / 2),
        "PBKDF2WithHmacSHA1:" + "1:".repeat(much / 2),
        "PBKDF2$sha512$" + "1$".repeat(much / 2),
        "$ml$" + "1$".repeat(much / 2),
        "0".repeat(64) + ":salt:" + "0:".repeat(much / 2),
        "0".repeat(much) + ":salt:1",
        "0".repeat(64) + "|1|" + "A".repeat(much),
        "s2:" + "a".repeat(much) + ":" + "0".repeat(128),
        "c2NyeXB0AA" + "A".repeat(much),
        "63727970740" + "0".repeat(much),
        "M$P$" + "C".repeat(much),
        "C".repeat(much) + "$P$",
        "$H\\2y$" + "9".repeat(much),
        "sha256$" + "$".repeat(much),
        "{SHA256}" + "0".repeat(64) + ":" + "s".repeat(much),
        "0x" + "00".repeat(much / 2),
        "AB-".repeat(much / 3) + "AB");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void readingIsQuickHoweverLongTheTextIs(String text) {
    long start = System.nanoTime();
    SCHEMES.read(text);
    SchemeMatch.of(text);
    StandardSchemes.known()
        .forEach(known -> SCHEMES.byName(known.name()).orElseThrow().readAs(text));
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(20));
  }
}
