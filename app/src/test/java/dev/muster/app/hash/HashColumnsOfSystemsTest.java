package dev.muster.app.hash;

import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.DIGEST;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.INPUT;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SCHEME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hash and salt in columns of their own, and texts whose scheme the input names. Digests of {@code
 * pässwörd☃ñ} are Python's hashlib's, its NT hash passlib's, and Logto's keys those of Node.js.
 */
class HashColumnsOfSystemsTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final TableHashes TABLES = new TableHashes(CostBounds.DEFAULTS);
  private static final String PASSWORD = "p\u00e4ssw\u00f6rd\u2603\u00f1";

  static List<Vector> vectors(String scheme) throws IOException {
    return Vector.all().stream()
        .filter(vector -> vector.scheme().equals(scheme) && vector.expected())
        .toList();
  }

  static List<Vector> gitea() throws IOException {
    return vectors("gitea");
  }

  @ParameterizedTest
  @MethodSource("gitea")
  void giteaHasItsAlgorithmInAColumn(Vector vector) {
    String text = vector.encoded();
    int hash = text.contains("$$2") ? text.indexOf("$$2") : text.lastIndexOf('$');
    int salt = text.lastIndexOf('$', hash - 1);

    verifies(
        vector.password(),
        Map.of(
            SCHEME, "gitea",
            DIGEST, text.substring(0, salt),
            SALT, text.substring(salt + 1, hash),
            HASH, text.substring(hash + 1)));
  }

  @Test
  void bcryptMayHaveItsSaltAndCostInColumns() {
    Map<HashPart, String> parts =
        Map.of(
            SCHEME, "bcrypt",
            SALT, "abcdefghijklmnopqrstuu",
            COST, "5",
            HASH, "FiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS");

    assertThat(verifies("correct horse battery staple", parts))
        .isEqualTo(
            new EncodedHash(
                "bcrypt", "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"));
  }

  @ParameterizedTest
  @CsvSource({"better-auth, :, SALT, HASH", "node-scrypt, :, SALT, HASH", "joomla, :, HASH, SALT"})
  void theSaltMayBeInAColumn(String scheme, String separator, HashPart first, HashPart second)
      throws IOException {
    for (Vector vector : vectors(scheme)) {
      String[] fields = vector.encoded().split(separator, -1);
      if (fields.length == 2 && !fields[0].startsWith("{")) {
        verifies(vector.password(), Map.of(SCHEME, scheme, first, fields[0], second, fields[1]));
      }
    }
  }

  @Test
  void membershipAndMagentoHaveTheirSaltsInColumns() throws IOException {
    for (Vector vector : vectors("aspnet-membership")) {
      String[] fields = vector.encoded().split("\\|", -1);
      verifies(
          vector.password(), Map.of(SCHEME, "aspnet-membership", HASH, fields[0], SALT, fields[2]));
    }
    for (Vector vector : vectors("magento")) {
      String[] fields = vector.encoded().split(":", 2);
      verifies(vector.password(), Map.of(SCHEME, "magento", HASH, fields[0], SALT, fields[1]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C774DEF2FF76B056A03D7273A54BF981D807E014",
        "0xC774DEF2FF76B056A03D7273A54BF981D807E014",
        "\\xc774def2ff76b056a03d7273a54bf981d807e014",
        "C7-74-DE-F2-FF-76-B0-56-A0-3D-72-73-A5-4B-F9-81-D8-07-E0-14",
        "x3Te8v92sFagPXJzpUv5gdgH4BQ=",
        "Yzc3NGRlZjJmZjc2YjA1NmEwM2Q3MjczYTU0YmY5ODFkODA3ZTAxNA==",
      })
  void aDigestMayBeWrittenInOtherWays(String text) {
    verifies(PASSWORD, Map.of(SCHEME, "hex-sha1", HASH, text));
    verifies(PASSWORD, Map.of(SCHEME, "digest", DIGEST, "sha1", HASH, text));
  }

  @ParameterizedTest
  @CsvSource({
    "django-unsalted-md5, 0x7a3f565b709803a3129a2439fb34e857",
    "django-unsalted-md5, 7A-3F-56-5B-70-98-03-A3-12-9A-24-39-FB-34-E8-57",
    "django-unsalted-md5, ej9WW3CYA6MSmiQ5+zToVw==",
    "django-unsalted-md5, N2EzZjU2NWI3MDk4MDNhMzEyOWEyNDM5ZmIzNGU4NTc=",
    "hex-sha256, \\xfe22e0775ed38df0e7e9ae61750cc22eea9ccf71963b9392ac445ad7598a3eb7",
    "hex-sha256, /iLgd17TjfDn6a5hdQzCLuqcz3GWO5OSrERa11mKPrc=",
    "nt, 0xA8D4E1E8E13A9AF6218B53C567CCD389",
    "nt, a8-d4-e1-e8-e1-3a-9a-f6-21-8b-53-c5-67-cc-d3-89",
    "pbkdf2-phc-sha1, 1000:000102030405060708090a0b0c0d0e0f"
        + ":8b82c649ac665ebcd5ef7a990066cfb90a547f2bc64116bf",
    "pbkdf2-phc-sha1, 1000:AAECAwQFBgcICQoLDA0ODw==:i4LGSaxmXrzV73qZAGbPuQpUfyvGQRa/",
    "pbkdf2-phc-sha256, 1000:000102030405060708090a0b0c0d0e0f"
        + ":c2bd58dbe2424dfd757a784d759988ffc8f895323d66fc2f",
  })
  void aSchemeThatIsNamedReadsItsOtherForms(String scheme, String text) {
    verifies(PASSWORD, Map.of(SCHEME, scheme, HASH, text));
    assertThat(TABLES.read(text)).isNotInstanceOf(HashReading.Accepted.class);
  }

  @Test
  void aSaltedDigestMayBeBase64OfItsDigits() {
    verifies(
        PASSWORD,
        Map.of(
            SCHEME, "digest",
            DIGEST, "sha256",
            INPUT, "{salt}{password}",
            SALT, "a#9",
            HASH,
                "N2M1YmI5MWFkYzUyODU0OWI0NTBjOGQ2MDU5OGFjZDE2ZGVhMzZkMGYzMTdjM2FkMjEyMDdlMWFkOTYw"
                    + "MzNhMg=="));
  }

  /** A name of another digest does not make hex digits base64. */
  @Test
  void hexDigitsOfAnotherLengthAreNotBase64() {
    String sha256 = "fe22e0775ed38df0e7e9ae61750cc22eea9ccf71963b9392ac445ad7598a3eb7";

    assertThat(TABLES.read(new HashParts(Map.of(SCHEME, "hex-sha384", HASH, sha256))))
        .isInstanceOf(HashParts.Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"pbkdf2\",[\"salt\",\"1000\",\"20\",\"sha512\",\"@\"],"
            + "\"107ec70527982a65b74e24142ac047e12a35b994\"]",
        "[\"pbkdf2Sync\",[\"salt\",1000,20,\"sha512\",\"@\"],"
            + "\"107ec70527982a65b74e24142ac047e12a35b994\"]",
        "[\"pbkdf2Sync\",[\"hex:000102ff\",\"1000\",\"20\",\"sha512\",\"@\"],"
            + "\"0ae84656919318cd8d43989a70011a1057eac39d\"]",
      })
  void logtoNamesTheFunctionOfNode(String text) {
    assertThat(verifies(PASSWORD, Map.of(HASH, text)).scheme()).isEqualTo("logto-legacy");
  }

  /** Others write them too, for other schemes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a12a36b0eb49e9eca84f48d1f709dd21:a#9",
        "43c3189edc575ba7a488371fe48885dfbf7f2aa69a3a4bc97bcec9d074e2d83a:0o1ICsF2WcIc",
        "x3Te8v92sFagPXJzpUv5gdgH4BQ=",
        "0xC774DEF2FF76B056A03D7273A54BF981D807E014",
        "C7-74-DE-F2-FF-76-B0-56-A0-3D-72-73-A5-4B-F9-81-D8-07-E0-14",
        "1000:000102030405060708090a0b0c0d0e0f:8b82c649ac665ebcd5ef7a990066cfb90a547f2bc64116bf",
        "pbkdf2$1000$50$000102030405060708090a0b0c0d0e0f$00",
      })
  void ambiguousTextsAreNotTakenWithoutAName(String text) {
    assertThat(TABLES.read(text)).isNotInstanceOf(HashReading.Accepted.class);
  }

  @Test
  void saltAndKeyOfScryptNeedANameToo() throws IOException {
    for (Vector vector : vectors("node-scrypt")) {
      HashParts parts = new HashParts(Map.of(HASH, vector.encoded()));

      assertThat(TABLES.read(parts)).isInstanceOf(HashParts.Reading.Refused.class);
    }
    assertThat(TABLES.explanation("0".repeat(32) + ":" + "0".repeat(128)))
        .contains("better-auth, or node-scrypt");
  }

  /** Django's verdict comes first. */
  @Test
  void anHmacOfWerkzeugIsTakenWithADoubt() throws IOException {
    for (Vector vector : vectors("werkzeug-hmac")) {
      String text = vector.encoded();
      boolean recognised = text.matches("sha(?:256|384|224)\\$.*");

      EncodedHash named = verifies(vector.password(), Map.of(SCHEME, "werkzeug-hmac", HASH, text));
      assertThat(TABLES.read(text).equals(new HashReading.Accepted(named))).isEqualTo(recognised);
      assertThat(TABLES.doubt("", text).isPresent()).isEqualTo(!text.startsWith("sha512$"));
    }
  }

  private static EncodedHash verifies(String password, Map<HashPart, String> texts) {
    HashParts.Reading reading = TABLES.read(new HashParts(new EnumMap<>(texts)));
    assertThat(reading).isInstanceOf(HashParts.Reading.Accepted.class);
    EncodedHash hash = ((HashParts.Reading.Accepted) reading).hash();
    assertThat(ALL.verify(hash, password.getBytes(UTF_8))).isTrue();
    assertThat(ALL.verify(hash, "another".getBytes(UTF_8))).isFalse();
    return hash;
  }
}
