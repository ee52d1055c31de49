package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Argon2, scrypt, PBKDF2 and what is made of them, where it is not to be stored. */
class RefusedDerivedKeysTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  /** The beginnings of texts, and the scheme that has to say that they are not sound. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          argon2                | $argon2
          argon2                | $argon2x$v=19$m=64,t=1,p=1$SALT$B32
          argon2                | $argon2id$v=18$m=64,t=1,p=1$SALT$B32
          argon2                | $argon2id$v=19$m=64,t=1$SALT$B32
          argon2                | $argon2id$v=19$m=64,t=1,p=1$SALT
          scrypt-phc            | $scrypt$ln=4,r=8,p=1$SALT
          scrypt-phc            | $scrypt$ln=4,r=8$SALT$B32
          scrypt-phc            | $scrypt$ln=04,r=8,p=1$SALT$B32
          scrypt-phc            | $scrypt$ln=100,r=8,p=1$SALT$B32
          scrypt-phc            | $scrypt$ln=16,r=1,p=1$SALT$B32
          scrypt-phc            | $scrypt$ln=4,r=8,p=1$SALT$B3
          scrypt-phc            | $scrypt$ln=4,r=8,p=1$SA=T$B32
          scrypt-crypt          | $7$
          scrypt-crypt          | $7$4/..../....salt
          scrypt-crypt          | $7$4/..../....salt$H43.
          scrypt-crypt          | $7$4/..../....salt$H42z
          scrypt-crypt          | $7$4/..../...$H42.
          werkzeug-scrypt       | scrypt:64:8:1$salt
          werkzeug-scrypt       | scrypt:64:8$salt$HEX64
          werkzeug-scrypt       | scrypt:65:8:1$salt$HEX64
          werkzeug-scrypt       | scrypt:64:8:1$salt$HEX32
          werkzeug-scrypt       | scrypt:64:8:1$$HEX64
          scrypt-plain          | scrypt:N=64,r=8,p=1:hex=00
          scrypt-plain          | scrypt:N=64,r=8,p=1:hex=0:hex=00
          scrypt-plain          | scrypt:N=64,r=8,p=1:hex=00:hex=
          scrypt-plain          | scrypt:N=64,r=8,p=1:text=00:hex=00
          scrypt-plain          | scrypt:N=65,r=8,p=1:hex=00:hex=00
          firebase-scrypt       | $firescrypt$ln=4,r=8,p=1$SALT$B32$Bw==
          firebase-scrypt       | $firescrypt$ln=4,r=8,p=1$SALT$B32$Bw==$SALT
          firebase-scrypt       | $fbscrypt$v=2,n=4,r=8,p=1,ss=Bw==,sk=B32$SALT$B32
          firebase-scrypt       | $fbscrypt$v=1,n=4,r=8,p=1,ss=B!==,sk=B32$SALT$B32
          firebase-scrypt       | $f_scrypt$B32$SALT$m=14$r=8
          firebase-scrypt       | $f_scrypt$B32$SALT$m=14$m=14$s=Bw==
          firebase-scrypt       | $f_scrypt$B32$SALT$m=x$r=8$s=Bw==
          passlib-pbkdf2-sha1   | $pbkdf2$1$SALT
          passlib-pbkdf2-sha1   | $pbkdf2$1$SALT$B32
          passlib-pbkdf2-sha256 | $pbkdf2-sha256$
          passlib-pbkdf2-sha256 | $pbkdf2-sha256$x$SALT$B32
          passlib-pbkdf2-sha256 | $pbkdf2-sha256$1$SALT$B32=
          passlib-pbkdf2-sha512 | $pbkdf2-sha512$1$SALT$B32
          pbkdf2-phc-sha1       | $pbkdf2-sha1$i=1
          pbkdf2-phc-sha256     | $pbkdf2-sha256$i=1$SALT
          pbkdf2-phc-sha256     | $pbkdf2-sha256$i=1,l=31$SALT$B32
          pbkdf2-phc-sha256     | $pbkdf2-sha256$i=1,x=32$SALT$B32
          pbkdf2-phc-sha512     | $pbkdf2-sha512$i=$SALT$B32
          ldap-pbkdf2           | {PBKDF2}
          ldap-pbkdf2           | {pbkdf2-sha256}1$SALT
          ldap-pbkdf2           | {PBKDF2-SHA512}1$SALT$B32
          werkzeug-pbkdf2       | pbkdf2:sha256:1$salt
          werkzeug-pbkdf2       | pbkdf2:sha256:1$salt$HEX64
          werkzeug-pbkdf2       | pbkdf2:whirlpool:1$salt$HEX64
          atlassian-pbkdf2      | {PKCS5S2}B32
          grub-pbkdf2-sha512    | grub.pbkdf2.sha512.1.00
          grub-pbkdf2-sha512    | grub.pbkdf2.sha512.1.00.
          grub-pbkdf2-sha512    | grub.pbkdf2.sha512.1.0g.HEX64
          cta-pbkdf2-sha1       | $p5k2$
          cta-pbkdf2-sha1       | $p5k2$$SALT$ABEiM0RVZneImaq7zN3u_xEiM0Q=
          cta-pbkdf2-sha1       | $p5k2$A$SALT$ABEiM0RVZneImaq7zN3u_xEiM0Q=
          cta-pbkdf2-sha1       | $p5k2$1$SALT$ABEiM0RVZneImaq7zN3u/xEiM0Q=
          dlitz-pbkdf2-sha1     | $p5k2$0c$salt$Sd1gwSVCLZYAuqZ25piRnbBEoAesaa/g
          dlitz-pbkdf2-sha1     | $p5k2$190$salt$Sd1gwSVCLZYAuqZ25piRnbBEoAesaa/g
          dlitz-pbkdf2-sha1     | $p5k2$c$sa-t$Sd1gwSVCLZYAuqZ25piRnbBEoAesaa/g
          aspnet-identity-v3    | AQAAAAMAAAAyAAAAEOMwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw
          aspnet-identity-v3    | AQAAAAIAAAAyAAAAD+Mwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw
          aspnet-identity-v3    | AQAAAAIAAAAyAAAAEeMwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw
          aspnet-identity-v3    | AQAAAAIAAAAy/////+Mwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw
          keycloak              | {"secretData"
          keycloak              | {"secretData":{},"credentialData":{}}
          keycloak              | {"secretData":"{}","credentialData":"{"}
          keycloak              | KEYCLOAK{"algorithm":"md5","hashIterations":1}}
          keycloak              | KEYCLOAK{"algorithm":"pbkdf2-sha256","hashIterations":"1e3"}}
          keycloak              | KEYCLOAK{"algorithm":"argon2","hashIterations":1}}
          scram-postgres        | SCRAM-SHA-256$4096:SALT
          scram-postgres        | SCRAM-SHA-256$4096:SALT$B32=:SALT
          scram-postgres        | SCRAM-SHA-256$4096:SALT$B32:B32
          passlib-scram         | $scram$1$SALT
          passlib-scram         | $scram$1$SALT$sha-1
          passlib-scram         | $scram$1$SALT$md5=B32
          passlib-scram         | $scram$1$SALT$sha-256=B32,
          passlib-scram         | $scram$1$SALT$sha-256=B32,=B32
          passlib-scram         | $scram$1$SALT$sha-1=B32
          passlib-bcrypt-sha256 | $bcrypt-sha256$2b,05
          passlib-bcrypt-sha256 | $bcrypt-sha256$2y,5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$v=1,t=2b,r=5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$v=2,t=2a,r=5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$2b,3$D22$D31
          """)
  void theWrongStructureIsTheSchemesOwn(String scheme, String template) {
    String text = filled(template);

    assertThat(SCHEMES.read(text))
        .isEqualTo(new HashReading.Malformed("not a sound " + scheme + " hash"));
    assertThat(claimants(text)).containsExactly(scheme);
  }

  private static Stream<String> claimants(String text) {
    return StandardSchemes.known().stream()
        .map(known -> known.within().apply(CostBounds.DEFAULTS))
        .filter(scheme -> !(scheme.read(text) instanceof HashReading.NotMine))
        .map(HashScheme::name);
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
  void anUnbearableCostIsNamed(String message, String template) {
    String whole =
        message
            .replace("RANGE", "must be from 1 to 10000000")
            .replace("BLOCKS", "of all blocks must be at most 10000000");

    assertThat(SCHEMES.read(filled(template))).isEqualTo(new HashReading.OutOfBounds(whole));
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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          Argon2 hashes with keyid can't be verified | $argon2id$m=8,t=1,p=1,keyid=SALT$SALT$B32
          Argon2 hashes with data can't be verified  | $argon2i$m=64,t=1,p=1,data=SALT$SALT$B32
          firebase-scrypt hashes NOKEY               | $f_scrypt$B32$SALT$m=14$r=8$s=Bw==
          firebase-scrypt hashes NOKEY               | $fbscrypt$v=1,n=14,r=8,p=1,ss=Bw==$SALT$B32
          """)
  void whatNeedsAKeyFromElsewhereIsKeptOnRequestOnly(String message, String template) {
    HashReading reading = SCHEMES.read(filled(template));

    assertThat(reading).isInstanceOf(HashReading.Unverifiable.class);
    assertThat(((HashReading.Unverifiable) reading).message())
        .isEqualTo(message.replace("NOKEY", "can't be verified without the project's signer key"));
    HashReading kept = reading.acceptingUnverifiable();
    assertThat(SCHEMES.verify(((HashReading.Accepted) kept).hash(), new byte[0])).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Dovecot's, Django's with a dollar before it, and names that nobody gave.
    "{PBKDF2}$1$7de9b8dd$1000$00",
    "$pbkdf2_sha256$12000$salt$QUFB",
    "$pbkdf2-sha384$1$c2FsdA$QUFB",
    "$pbkdf2-sha1$1$c2FsdA$QUFB",
    "SCRAM-SHA-512$4096:c2FsdA==$QUFB:QUFB",
    "AQAAAA",
  })
  void likenessIsNotEnough(String text) {
    assertThat(SCHEMES.read(text)).isEqualTo(new HashReading.NotMine());
  }

  static Stream<KnownScheme> known() {
    return StandardSchemes.known().stream();
  }

  /** Quadratic time would be hours. */
  @ParameterizedTest
  @MethodSource("known")
  void longTextsAreReadAtOnce(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    String example = known.about().example();
    int length = 200_000;

    long start = System.nanoTime();
    for (String unit : new String[] {"A", "$", "0", ",", ",keyid=", "=", "[\"", ":hex=", " {\""}) {
      String tail = unit.repeat(length / unit.length());
      assertThat(scheme.readAs(example + tail)).isNotInstanceOf(HashReading.NotMine.class);
      assertThat(scheme.readAs(tail)).isNotInstanceOf(HashReading.NotMine.class);
      for (int i = 1; i < example.length(); i += 7) {
        scheme.read(example.substring(0, i) + tail.substring(0, length / 20));
      }
    }
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatWasNeverAcceptedIsNotVerifiedAndNotShown(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    EncodedHash hash = new EncodedHash(known.name(), "!");

    if (known.about().advice() == Advice.UNVERIFIABLE) {
      assertThat(scheme.verify(hash, new byte[0])).isFalse();
    } else {
      assertThatIllegalStateException()
          .isThrownBy(() -> scheme.verify(hash, "password".getBytes(UTF_8)))
          .withMessage("never accepted: EncodedHash[scheme=" + known.name() + "]");
    }
  }
}
