package dev.muster.app.hash;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hashes that claim a known algorithm and are refused: for their structure, or for their cost. */
class RefusedHashesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String SHA1_BASE64 = "A".repeat(27) + "=";
  private static final String SHA256_BASE64 = "A".repeat(43) + "=";
  private static final String SCRYPT_BASE64 = "A".repeat(86) + "==";
  private static final String MD5_HEX = "0".repeat(32);
  private static final String SHA1_HEX = "0".repeat(40);
  private static final String BCRYPT_BASE64 = ".".repeat(53);

  static Stream<String> malformed() {
    return Stream.of(
            List.of("pbkdf2_sha256"),
            of("pbkdf2_sha256$", "", "1000", "1000$salt", "1000$" + SHA256_BASE64),
            of("pbkdf2_sha256$3600$", "jqd2OrcMU6dPk+nRQIOt/gZI+cTWqvpYYEmCks5m2/w="),
            of("pbkdf2_sha256$", "x$salt$" + SHA256_BASE64, "$salt$" + SHA256_BASE64),
            of("pbkdf2_sha256$", "-1$salt$" + SHA256_BASE64, "+1$salt$" + SHA256_BASE64),
            of("pbkdf2_sha256$", "01$salt$" + SHA256_BASE64, " 1$salt$" + SHA256_BASE64),
            of("pbkdf2_sha256$", "١$salt$" + SHA256_BASE64, "1e3$salt$" + SHA256_BASE64),
            of("pbkdf2_sha256$1000$$", SHA256_BASE64),
            of(
                "pbkdf2_sha256$1000$salt$",
                "",
                SHA1_BASE64,
                SHA256_BASE64 + "$",
                "é" + SHA256_BASE64),
            of(
                "pbkdf2_sha256$1000$salt$",
                SHA256_BASE64 + "\n",
                "A".repeat(43),
                "_".repeat(43) + "="),
            of("pbkdf2_sha256$1000$salt$", "A".repeat(42) + "B=", "AAAA" + SHA256_BASE64),
            of("pbkdf2_sha1$1000$", "salt", "$" + SHA1_BASE64, "salt$" + SHA256_BASE64),
            of("argon2", "", "$", "$argon2id", "$argon2id$v=19$m=64,t=1,p=1", "$argon2x$v=19$"),
            of("argon2$argon2id$v=18", argon2Tail("m=64,t=1,p=1")),
            of("argon2$argon2id$v=19", argon2Tail("m=64,t=1"), argon2Tail("t=1,m=64,p=1")),
            of("argon2$argon2id$v=19$m=64,t=1,p=1$", "c2FsdA$AAAAAA", "c2FsdHNhbHQ$AAAA"),
            of(
                "argon2$argon2id$v=19$m=64,t=1,p=1$",
                "c2FsdHNhbHQ=$AAAAAA",
                "$AAAAAA",
                "c2FsdHNhbHQ"),
            of("argon2$$argon2id$v=19", argon2Tail("m=64,t=1,p=1")),
            of("bcrypt", "", "$", "$$", "$$2b$05$", "$2b$05$" + BCRYPT_BASE64),
            of("bcrypt$$2b$", "5$" + BCRYPT_BASE64, "03$" + BCRYPT_BASE64, "32$" + BCRYPT_BASE64),
            of("bcrypt$$2b$05$", BCRYPT_BASE64 + ".", BCRYPT_BASE64.substring(1) + "+"),
            of("bcrypt_sha256", "", "$", "$$2b$05$", "$2b$05$" + BCRYPT_BASE64),
            of("scrypt", "", "$", "$16384$salt$8$1", "$16384$8$1$salt$" + SCRYPT_BASE64),
            of("scrypt$", "16384$$8$1$" + SCRYPT_BASE64, "16384$salt$8$1$" + SHA256_BASE64),
            of("scrypt$", "16383$salt$8$1$" + SCRYPT_BASE64, "65536$salt$1$1$" + SCRYPT_BASE64),
            of("sha1", "", "$", "$salt", "$salt$", "$salt$" + MD5_HEX, "$salt$x" + SHA1_HEX),
            of("sha1$$", "", MD5_HEX, SHA1_HEX + "0", SHA1_HEX + "$"),
            of("md5", "", "$", "$nope", "$salt$", "$salt$" + SHA1_HEX, "$salt$" + "g".repeat(32)),
            of("md5$$", "", SHA1_HEX, "g".repeat(32)),
            of("crypt", "", "$", "$$", "$$abmF1QH4PEr.", "$$abmF1QH4PEr.EE", "$$abmF1QH4PEr.F"),
            of("crypt$$", "$1$salt$hash", "é".repeat(13)))
        .flatMap(List::stream);
  }

  private static List<String> of(String beginning, String... ends) {
    return Stream.of(ends).map(end -> beginning + end).toList();
  }

  private static String argon2Tail(String parameters) {
    return "$" + parameters + "$c2FsdHNhbHQ$AAAAAA";
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void theWrongStructureIsSaidInDjangosWords(String encoded) {
    String algorithm = encoded.replaceFirst("\\$(?s).*", "");

    assertThat(SCHEMES.read(encoded))
        .isEqualTo(new HashReading.Malformed("Invalid format for " + algorithm + " hasher"));
  }

  @Test
  void bareBcryptHasNoHasher() {
    assertThat(SCHEMES.read("$2b$05$tooshort"))
        .isEqualTo(new HashReading.Malformed("Invalid format for bcrypt hash"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          PBKDF2 iterations must be from 1 to 10000000 | pbkdf2_sha256$0$salt$SHA256
          PBKDF2 iterations must be from 1 to 10000000 | pbkdf2_sha256$10000001$salt$SHA256
          PBKDF2 iterations must be from 1 to 10000000 | pbkdf2_sha256$HUGE$salt$SHA256
          PBKDF2 iterations must be from 1 to 10000000 | pbkdf2_sha1$4294967297$salt$SHA1
          bcrypt cost must be from 4 to 16             | $2b$17$BCRYPT
          bcrypt cost must be from 4 to 16             | $2x$31$BCRYPT
          bcrypt cost must be from 4 to 16             | bcrypt$$2b$31$BCRYPT
          bcrypt cost must be from 4 to 16             | bcrypt_sha256$$2b$17$BCRYPT
          scrypt N must be from 2 to 1048576           | scrypt$0$salt$8$1$SCRYPT
          scrypt N must be from 2 to 1048576           | scrypt$1$salt$8$1$SCRYPT
          scrypt N must be from 2 to 1048576           | scrypt$2097152$salt$8$1$SCRYPT
          scrypt N must be from 2 to 1048576           | scrypt$HUGE$salt$8$1$SCRYPT
          scrypt r must be from 1 to 64                | scrypt$16384$salt$0$1$SCRYPT
          scrypt r must be from 1 to 64                | scrypt$16384$salt$65$1$SCRYPT
          scrypt p must be from 1 to 64                | scrypt$16384$salt$8$0$SCRYPT
          scrypt p must be from 1 to 64                | scrypt$16384$salt$8$65$SCRYPT
          scrypt memory must be at most 1024 MiB       | scrypt$1048576$salt$9$1$SCRYPT
          Argon2 m must be from 8 to 1048576           | argon2$argon2id$m=1048577,t=2,p=1$ARGON2
          Argon2 m must be from 8 to 1048576           | argon2$argon2id$v=19$m=7,t=2,p=1$ARGON2
          Argon2 t must be from 1 to 16                | argon2$argon2id$v=19$m=256,t=17,p=1$ARGON2
          Argon2 t must be from 1 to 16                | argon2$argon2i$m=256,t=0,p=1$ARGON2
          Argon2 p must be from 1 to 16                | argon2$argon2d$v=16$m=256,t=1,p=17$ARGON2
          Argon2 p must be from 1 to 16                | argon2$argon2d$v=16$m=256,t=1,p=0$ARGON2
          key length must be from 1 to 1024            | argon2$argon2d$v=16$m=256,t=1,p=1$LONG
          """,
      delimiter = '|')
  void anUnbearableCostIsNamed(String message, String template) {
    assertThat(SCHEMES.read(filled(template))).isEqualTo(new HashReading.OutOfBounds(message));
  }

  private static String filled(String template) {
    return template
        .replace("SHA256", SHA256_BASE64)
        .replace("SHA1", SHA1_BASE64)
        .replace("SCRYPT", SCRYPT_BASE64)
        .replace("BCRYPT", BCRYPT_BASE64)
        .replace("ARGON2", "c2FsdHNhbHQ$AAAAAA")
        .replace("HUGE", "99999999999999999999999")
        .replace("LONG", "c2FsdHNhbHQ$" + "A".repeat(1368));
  }

  @Test
  void readingComputesNothing() {
    String dearest = filled("argon2$argon2id$v=19$m=524288,t=16,p=16$ARGON2");
    int rounds = 20_000;

    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      assertThat(SCHEMES.read(dearest)).isInstanceOf(HashReading.Accepted.class);
    }
    long nanosEach = (System.nanoTime() - start) / rounds;

    assertThat(nanosEach).isLessThan(MICROSECONDS.toNanos(500));
  }

  @Test
  void noMessageRepeatsTheText() {
    malformed()
        .filter(encoded -> encoded.length() > 30)
        .map(SCHEMES::read)
        .forEach(reading -> assertThat(reading.toString()).doesNotContain("AAAA", "0000", "salt"));
  }
}
