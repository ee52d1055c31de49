package dev.muster.app.hash;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages for parameters beyond their limits, in each format. */
class CostMessagesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String BCRYPT = ".".repeat(53);

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
  void ofDjangosTexts(String message, String template) {
    assertThat(SCHEMES.read(djangos(template))).isEqualTo(new HashReading.OutOfBounds(message));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          Argon2 m must be from 8 to 1048576         | $argon2id$v=19$m=1048577,t=1,p=1$SALT$B32
          Argon2 t must be from 1 to 16              | $argon2id$v=19$m=8,t=17,p=1$SALT$B32
          scrypt N must be from 2 to 1048576         | $scrypt$ln=0,r=8,p=1$SALT$B32
          scrypt N must be from 2 to 1048576         | $scrypt$ln=21,r=8,p=1$SALT$B32
          scrypt N must be from 2 to 1048576         | $scrypt$ln=63,r=8,p=1$SALT$B32
          scrypt N must be from 2 to 1048576         | $scrypt$ln=2097152,r=8,p=1$SALT$B32
          scrypt N must be from 2 to 1048576         | $scrypt$ln=HUGE,r=8,p=1$SALT$B32
          scrypt memory must be at most 1024 MiB     | $scrypt$ln=20,r=9,p=1$SALT$B32
          key length must be from 1 to 1024          | $scrypt$ln=4,r=8,p=1$SALT$LONG
          scrypt N must be from 2 to 1048576         | $7$J6..../....salt$H42.
          scrypt r must be from 1 to 64              | $7$4zzzzz/....salt$H42.
          scrypt p must be from 1 to 64              | scrypt:64:8:65$salt$HEX64
          scrypt r must be from 1 to 64              | scrypt:N=64,r=0,p=1:hex=00:hex=00
          scrypt N must be from 2 to 1048576         | $firescrypt$ln=21,r=8,p=1$SALT$B32$Bw==$B32
          scrypt N must be from 2 to 1048576         | $fbscrypt$v=1,n=64,r=8,p=1,sk=B32$SALT$B32
          PBKDF2 iterations RANGE                    | $pbkdf2-sha256$0$SALT$B32
          PBKDF2 iterations RANGE                    | $pbkdf2-sha256$HUGE$SALT$B32
          PBKDF2 iterations RANGE                    | $pbkdf2-sha256$i=10000001$SALT$B32
          PBKDF2 iterations BLOCKS                   | $pbkdf2-sha1$i=5000001$SALT$B32
          key length must be from 1 to 1024          | $pbkdf2-sha512$i=1$SALT$LONG
          PBKDF2 iterations RANGE                    | {PBKDF2-SHA256}10000001$SALT$B32
          PBKDF2 iterations RANGE                    | pbkdf2:sha256:10000001$salt$HEX32
          PBKDF2 iterations RANGE                    | grub.pbkdf2.sha512.10000001.00.HEX64
          PBKDF2 iterations RANGE                    | $p5k2$989681$SALT$CTA
          PBKDF2 iterations RANGE                    | $p5k2$ffffffffffffffffff$SALT$CTA
          PBKDF2 iterations BLOCKS                   | $p5k2$989680$salt$DLITZ
          PBKDF2 iterations RANGE | AQAAAAL/////AAAAEOMwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw
          PBKDF2 iterations RANGE | KEYCLOAK{"algorithm":"pbkdf2","hashIterations":10000001}}
          PBKDF2 iterations RANGE                    | SCRAM-SHA-256$10000001:SALT$B32=:B32=
          PBKDF2 iterations RANGE                    | $scram$10000001$SALT$sha-256=B32
          bcrypt cost must be from 4 to 16           | $bcrypt-sha256$2b,17$D22$D31
          """)
  void ofDerivedKeys(String message, String template) {
    String whole =
        message
            .replace("RANGE", "must be from 1 to 10000000")
            .replace("BLOCKS", "of all blocks must be at most 10000000");

    assertThat(SCHEMES.read(filled(template))).isEqualTo(new HashReading.OutOfBounds(whole));
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
  void ofRepeatedDigests(String message, String template) {
    assertThat(SCHEMES.read(vendors(template))).isEqualTo(new HashReading.OutOfBounds(message));
  }

  @Test
  void readingComputesNothing() {
    String costly = djangos("argon2$argon2id$v=19$m=524288,t=16,p=16$ARGON2");
    int rounds = 20_000;

    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      assertThat(SCHEMES.read(costly)).isInstanceOf(HashReading.Accepted.class);
    }
    long nanosEach = (System.nanoTime() - start) / rounds;

    assertThat(nanosEach).isLessThan(MICROSECONDS.toNanos(500));
  }

  private static String djangos(String template) {
    return template
        .replace("SHA256", "A".repeat(43) + "=")
        .replace("SHA1", "A".repeat(27) + "=")
        .replace("SCRYPT", "A".repeat(86) + "==")
        .replace("BCRYPT", BCRYPT)
        .replace("ARGON2", "c2FsdHNhbHQ$AAAAAA")
        .replace("HUGE", "9".repeat(23))
        .replace("LONG", "c2FsdHNhbHQ$" + "A".repeat(1368));
  }

  private static String vendors(String template) {
    return template
        .replace("MD5==", "A".repeat(22) + "==")
        .replaceAll("MD5$", "A".repeat(22))
        .replace("HEX20", "0".repeat(40));
  }

  /** The longer placeholders first, as some begin like others. */
  private static String filled(String template) {
    return template
        .replace(
            "KEYCLOAK", "{\"secretData\":{\"salt\":\"SALT\",\"value\":\"B32\"},\"credentialData\":")
        .replace("HEX64", "0".repeat(128))
        .replace("HEX32", "0".repeat(64))
        .replace("SALT", "c2FsdHNhbHRz")
        .replace("B32", "A".repeat(43))
        .replace("H43", ".".repeat(43))
        .replace("H42", ".".repeat(42))
        .replace("CTA", "ABEiM0RVZneImaq7zN3u_xEiM0Q=")
        .replace("DLITZ", "Sd1gwSVCLZYAuqZ25piRnbBEoAesaa/g")
        .replace("D22", ".".repeat(22))
        .replace("D31", ".".repeat(31))
        .replace("HUGE", "9".repeat(30))
        .replace("LONG", "A".repeat(1368));
  }
}
