package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of databases, Windows, Cisco and vendors' own forms that are refused. */
class RefusedVendorHashesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String MD5 = "A".repeat(22);
  private static final String HEX20 = "0".repeat(40);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          digest        | $digest$
          digest        | $digest$alg=md5$$$MD5A
          digest        | $digest$alg=sha1$$$MD5
          digest        | $digest$alg=md6$$$MD5
          digest        | $digest$alg=md5$$MD5
          digest        | $digest$alg=md5,password=utf7$$$MD5
          digest        | $digest$alg=md5,password=utf8-$$$MD5
          digest        | $digest$alg=md5,password=-md5$$$MD5
          digest        | $digest$alg=md5,rounds=01$$$MD5
          digest        | $digest$alg=md5,chain=up$$$MD5
          digest        | $digest$alg=md5$=$$MD5
          digest        | $digest$alg=md5$$$MD5==
          hmac          | $hmac$alg=md5$$$MD5
          hmac          | $hmac$alg=md5,key=salt$$MD5
          hmac          | $hmac$alg=md5$$$$MD5A
          hmac          | $hmac$alg=md5$$$$$MD5
          kratos-digest | $sha1$pf=e1BBU1NXT1JEfQ==$$MD5==
          kratos-digest | $md5$pf=$$MD5==
          kratos-digest | $md5$pf=e1BBU1NXT1JEfQ==$MD5==
          kratos-digest | $md5$pf=e1BBU1NXT1JEfQ$$MD5==
          kratos-hmac   | $hmac-md5$MD5==$MTIzNDU=
          kratos-hmac   | $hmac-sha3$MD5==$MTIzNDU=
          kratos-hmac   | $hmac-md5$
          okta          | {"algorithm":"SHA-1","value":"MD5=="}
          okta          | {"algorithm":"MD5","salt":"MTIz","value":"MD5=="}
          okta          | {"algorithm":"MD5","salt":"MTIz","saltOrder":"BOTH","value":"MD5=="}
          okta          | {"algorithm":"MD5","algorithm":"MD5","value":"MD5=="}
          okta          | {"algorithm":"MD5","value":"MD5=="}{}
          okta          | {"algorithm":"MD5","value":["MD5=="]}
          okta          | {"algorithm":"MD5","value":"MD5=="
          okta          | {"algorithm":"BCRYPT","workFactor":10,"salt":"short","value":"short"}
          okta          | {"algorithm":"CRC","value":"MD5=="}
          logto-legacy  | ["md5",["@"]]
          logto-legacy  | ["md5",["@"],"HEX20"]
          logto-legacy  | ["md5",["@"],"00"]
          logto-legacy  | ["sha1",["@"],"HEX20"]x
          logto-legacy  | ["sha1","@","HEX20"]
          logto-legacy  | ["sha1",[["@"]],"HEX20"]
          logto-legacy  | ["pbkdf2",["s","1000","20","sha1","x"],"HEX20"]
          logto-legacy  | ["pbkdf2",["s","1000","21","sha1","@"],"HEX20"]
          logto-legacy  | ["pbkdf2",["s","-1","20","sha1","@"],"HEX20"]
          mysql41       | *000000000000000000000000000000000000000g
          mssql2000     | 0x0100HEX20HEX20
          mssql2005     | 0x0100HEX20
          mssql2012     | 0x0200HEX20
          oracle11      | S:HEX20
          oracle12      | T:HEX20
          nt            | $3$$HEX20
          lm            | {LANMAN}HEX20
          cisco-type8   | $8$salt$HEX20
          cisco-type9   | $9$salt$HEX20
          fshp          | {FSHP1|16|4096}MD5==
          fshp          | {FSHP4|0|1}MD5==
          fshp          | {FSHP1|99999999999999999999|1}MD5==
          sap-issha     | {x-issha, 1024}MD5==
          """,
      delimiter = '|',
      maxCharsPerColumn = 1000)
  void theWrongStructureIsSaid(String scheme, String template) {
    assertThat(SCHEMES.read(filled(template)))
        .isEqualTo(new HashReading.Malformed("not a sound " + scheme + " hash"));
  }

  private static String filled(String template) {
    return template
        .replace("MD5==", MD5 + "==")
        .replaceAll("MD5(A?)$", MD5 + "$1")
        .replace("HEX20", HEX20);
  }

  /** Whoever wrote such a text would have let everybody in. */
  @ParameterizedTest
  @ValueSource(strings = {"{SALT}", "static", "{PASSWORD", "{password}"})
  void aFormatWithoutAPasswordIsRefused(String format) {
    String base64 = Base64.getEncoder().encodeToString(format.getBytes(UTF_8));

    assertThat(SCHEMES.read("$md5$pf=" + base64 + "$$" + MD5 + "=="))
        .isInstanceOf(HashReading.Malformed.class);
    assertThat(SCHEMES.read("[\"sha1\",[\"" + format + "\"],\"" + HEX20 + "\"]"))
        .isInstanceOf(HashReading.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          rounds of the digest must be from 1 to 10000000 ; $digest$alg=md5,rounds=10000001$$$MD5
          rounds of the digest must be from 1 to 10000000 ; $digest$alg=md5,rounds=0$$$MD5
          issha rounds must be from 1 to 10000000 ; {x-issha, 10000001}AAAAAAAAMD5==
          FSHP rounds must be from 1 to 10000000 ; {FSHP0|0|10000001}AAAAAAAAAAAAAAAAAAAAAAAAAAA=
          PBKDF2 iterations must be from 1 to 10000000 ; ["pbkdf2",["","0","20","md5","@"],"HEX20"]
          """,
      delimiter = ';',
      maxCharsPerColumn = 1000)
  void anUnbearableCostIsNamed(String message, String template) {
    assertThat(SCHEMES.read(filled(template))).isEqualTo(new HashReading.OutOfBounds(message));
  }

  static Stream<String> endless() {
    int much = 300_000;
    return Stream.of(
        "$digest$alg=" + "a".repeat(much),
        "$digest$alg=md5" + ",rounds=1".repeat(much),
        "$digest$alg=md5$" + "A".repeat(much) + "$",
        "$hmac$alg=md5" + "$".repeat(much),
        "$md5$pf=" + "e1NBTFR9".repeat(much) + "$$" + MD5 + "==",
        "$hmac-md5$" + "A".repeat(much),
        "{\"algorithm\":\"MD5\",\"value\":" + "[".repeat(much),
        "[\"md5\",[" + "\"@\",".repeat(much) + "\"@\"],\"00\"]",
        "[\"" + "[".repeat(much),
        "S:0;".repeat(much),
        "T:" + "0".repeat(much),
        "0x0100" + "0".repeat(much),
        "0".repeat(much),
        "{FSHP1|" + "1".repeat(much),
        "{x-issha, " + "1".repeat(much),
        "(G" + "a".repeat(much),
        "$9$" + "a".repeat(much));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void readingIsQuickHoweverLongTheTextIs(String text) {
    SCHEMES.read(text);

    long start = System.nanoTime();
    SCHEMES.read(text);
    StandardSchemes.known()
        .forEach(known -> SCHEMES.byName(known.name()).orElseThrow().readAs(text));
    assertThat(System.nanoTime() - start).isLessThan(MILLISECONDS.toNanos(2000));
  }

  @Test
  void aPasswordOfAMegabyteDoesNotStopALoginForHours() {
    byte[] megabyte = new byte[1 << 20];
    String symfony = "$digest$alg=md5,rounds=10000000,chain=salted$$$" + MD5;
    String sap = "{x-issha, 10000000}" + "A".repeat(30) + "==";
    String saltOfAMegabyte = symfony.replace("$$$", "$" + "A".repeat(1 << 20) + "$$");

    long start = System.nanoTime();
    assertThat(verify("digest", symfony, megabyte)).isFalse();
    assertThat(verify("sap-issha", sap, megabyte)).isFalse();
    assertThat(SCHEMES.read(saltOfAMegabyte)).isInstanceOf(HashReading.Malformed.class);
    assertThat(System.nanoTime() - start).isLessThan(MILLISECONDS.toNanos(5000));
  }

  private static boolean verify(String scheme, String encoded, byte[] password) {
    return SCHEMES.verify(new EncodedHash(scheme, encoded), password);
  }

  @Test
  void theTextOfSeveralFieldsIsWhatTheSchemeReads() {
    byte[] salt = "salt".getBytes(UTF_8);
    byte[] none = new byte[0];
    String digest = SaltedDigest.encode(Digest.MD5, PasswordForm.PLAIN, salt, none, new byte[16]);
    String wrong = SaltedDigest.encode(Digest.MD5, PasswordForm.PLAIN, salt, none, new byte[15]);
    String keyed =
        KeyedDigest.encode(
            Digest.SHA1, PasswordForm.of(Letters.UTF16LE), salt, none, none, new byte[20]);

    assertThat(digest).isEqualTo("$digest$alg=md5$c2FsdA$$" + MD5);
    assertThat(SCHEMES.read(digest)).isInstanceOf(HashReading.Accepted.class);
    assertThat(SCHEMES.read(wrong)).isInstanceOf(HashReading.Malformed.class);
    assertThat(keyed).startsWith("$hmac$alg=sha1,password=utf16le$c2FsdA$$$");
    assertThat(SCHEMES.read(keyed)).isInstanceOf(HashReading.Accepted.class);
    assertThat(Digest.named("SHA-256")).contains(Digest.SHA256);
    assertThat(Digest.named("RIPEMD160")).contains(Digest.RIPEMD160);
    assertThat(Digest.named("sha3")).isEmpty();
  }
}
