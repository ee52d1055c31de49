package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are not well-formed in ways that {@link MutatedHashesTest} does not reach. */
class RefusedHashesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String MD5 = "A".repeat(22);
  private static final String HEX20 = "0".repeat(40);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      maxCharsPerColumn = 1000,
      textBlock =
          """
          argon2                | $argon2id$v=18$m=64,t=1,p=1$SALT$B32
          argon2                | $argon2id$v=19$m=64,t=1$SALT$B32
          scrypt-phc            | $scrypt$ln=4,r=8$SALT$B32
          scrypt-phc            | $scrypt$ln=100,r=8,p=1$SALT$B32
          scrypt-phc            | $scrypt$ln=16,r=1,p=1$SALT$B32
          scrypt-crypt          | $7$4/..../....salt$H42z
          werkzeug-scrypt       | scrypt:64:8$salt$HEX64
          werkzeug-scrypt       | scrypt:65:8:1$salt$HEX64
          werkzeug-scrypt       | scrypt:64:8:1$salt$HEX32
          werkzeug-scrypt       | scrypt:64:8:1$$HEX64
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
          passlib-pbkdf2-sha1   | $pbkdf2$1$SALT$B32
          passlib-pbkdf2-sha256 | $pbkdf2-sha256$1$SALT$B32==
          pbkdf2-phc-sha256     | $pbkdf2-sha256$i=1,l=31$SALT$B32
          pbkdf2-phc-sha256     | $pbkdf2-sha256$i=1,x=32$SALT$B32
          ldap-pbkdf2           | {PBKDF2-SHA512}1$SALT$B32
          werkzeug-pbkdf2       | pbkdf2:sha256:1$salt$HEX64
          werkzeug-pbkdf2       | pbkdf2:whirlpool:1$salt$HEX64
          atlassian-pbkdf2      | {PKCS5S2}B32
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
          scram-sha512          | SCRAM-SHA-512$4096:c2FsdA==$QUFB:QUFB
          passlib-scram         | $scram$1$SALT
          passlib-scram         | $scram$1$SALT$sha-1
          passlib-scram         | $scram$1$SALT$md5=B32
          passlib-scram         | $scram$1$SALT$sha-256=B32,
          passlib-scram         | $scram$1$SALT$sha-256=B32,=B32
          passlib-scram         | $scram$1$SALT$sha-1=B32
          passlib-bcrypt-sha256 | $bcrypt-sha256$2y,5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$v=1,t=2b,r=5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$v=2,t=2a,r=5$D22$D31
          passlib-bcrypt-sha256 | $bcrypt-sha256$2b,3$D22$D31
          digest                | $digest$alg=sha1$$$MD5
          digest                | $digest$alg=md6$$$MD5
          digest                | $digest$alg=md5,password=utf7$$$MD5
          digest                | $digest$alg=md5,password=utf8-$$$MD5
          digest                | $digest$alg=md5,password=-md5$$$MD5
          digest                | $digest$alg=md5,chain=up$$$MD5
          digest                | $digest$alg=md5$=$$MD5
          hmac                  | $hmac$alg=md5$$$MD5
          hmac                  | $hmac$alg=md5,key=salt$$MD5
          kratos-digest         | $sha1$pf=e1BBU1NXT1JEfQ==$$MD5==
          kratos-digest         | $md5$pf=$$MD5==
          kratos-digest         | $md5$pf=e1BBU1NXT1JEfQ==$MD5==
          kratos-digest         | $md5$pf=e1BBU1NXT1JEfQ$$MD5==
          kratos-hmac           | $hmac-md5$MD5==$MTIzNDU=
          kratos-hmac           | $hmac-sha3$MD5==$MTIzNDU=
          kratos-hmac           | $hmac-md5$
          okta | {"algorithm":"SHA-1","value":"MD5=="}
          okta | {"algorithm":"MD5","salt":"MTIz","value":"MD5=="}
          okta | {"algorithm":"MD5","salt":"MTIz","saltOrder":"BOTH","value":"MD5=="}
          okta | {"algorithm":"MD5","algorithm":"MD5","value":"MD5=="}
          okta | {"algorithm":"MD5","value":"MD5=="}{}
          okta | {"algorithm":"MD5","value":["MD5=="]}
          okta | {"algorithm":"MD5","value":"MD5=="
          okta | {"algorithm":"BCRYPT","workFactor":10,"salt":"short","value":"short"}
          okta | {"algorithm":"CRC","value":"MD5=="}
          logto-legacy          | ["md5",["@"]]
          logto-legacy          | ["md5",["@"],"HEX20"]
          logto-legacy          | ["md5",["@"],"00"]
          logto-legacy          | ["sha1",["@"],"HEX20"]x
          logto-legacy          | ["sha1","@","HEX20"]
          logto-legacy          | ["sha1",[["@"]],"HEX20"]
          logto-legacy          | ["pbkdf2",["s","1000","20","sha1","x"],"HEX20"]
          logto-legacy          | ["pbkdf2",["s","1000","21","sha1","@"],"HEX20"]
          logto-legacy          | ["pbkdf2",["s","-1","20","sha1","@"],"HEX20"]
          fshp                  | {FSHP4|0|1}MD5==
          magento               | HEX32:salt:0
          magento               | HEX32:salt:3
          magento               | HEX32:salt:3_32_2
          magento               | HEX32:salt:3_31_2_67108864
          magento               | HEX32:salt:1:
          magento               | HEX32::3_32_2_67108864
          magento               | HEX32:salt:1:1:1:1:1
          aspnet-membership     | `A32|1|SALT`
          better-auth           | s2:salt:HEX64x
          better-auth           | s2::HEX64
          scrypt-kdf            | c2NyeXB0AA4AAAAIAAAAAQ==
          werkzeug-hmac         | sha256$salt$HEX20
          werkzeug-hmac         | sha256$HEX64
          joomla                | {SHA256}A32A32:salt
          mosquitto-go-auth     | PBKDF2$md5$1$SALT$B32=
          mosquitto-go-auth     | PBKDF2$sha512$1$SALT
          typo3-md5             | M$6$salt$HEX64
          typo3-md5             | M$P$6abc
          phpbb-combined        | $H\\2y$9abcdefgh$10$D22$D31
          phpbb-combined        | $H\\2y$1abcdefgh$10\\D22$D31
          """)
  void theSchemeSaysThatTheTextIsNotWellFormed(String scheme, String template) {
    assertThat(SCHEMES.read(filled(template)))
        .isInstanceOfSatisfying(
            HashReading.Malformed.class,
            bad -> assertThat(bad.message()).startsWith("not a sound " + scheme + " hash"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbkdf2_sha256",
        "pbkdf2_sha256$1000$salt$A27=",
        "pbkdf2_sha256$1000$$A43=",
        "pbkdf2_sha1$1000$salt$A43=",
        "argon2$argon2x$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$AAAAAA",
        "argon2$argon2id$v=18$m=64,t=1,p=1$c2FsdHNhbHQ$AAAAAA",
        "argon2$argon2id$v=19$m=64,t=1$c2FsdHNhbHQ$AAAAAA",
        "argon2$argon2id$v=19$t=1,m=64,p=1$c2FsdHNhbHQ$AAAAAA",
        "argon2$argon2id$v=19$m=64,t=1,p=1$c2FsdA$AAAAAA",
        "argon2$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$AAAA",
        "argon2$$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$AAAAAA",
        "bcrypt$2b$05$H53",
        "bcrypt$$2b$03$H53",
        "bcrypt$$2b$32$H53",
        "bcrypt_sha256$2b$05$H53",
        "scrypt$16384$8$1$salt$A86==",
        "scrypt$16384$$8$1$A86==",
        "scrypt$16384$salt$8$1$A43=",
        "scrypt$16383$salt$8$1$A86==",
        "scrypt$65536$salt$1$1$A86==",
        "sha1$salt$H32",
        "md5$salt$H40",
        "md5$$",
        "crypt$$abmF1QH4PEr.F",
        "crypt$$$1$salt$hash"
      })
  void theMessageIsDjangosOwn(String template) {
    String algorithm = template.replaceFirst("\\$(?s).*", "");

    assertThat(SCHEMES.read(filled(template)))
        .isEqualTo(new HashReading.Malformed("Invalid format for " + algorithm + " hasher"));
  }

  @Test
  void bareBcryptHasNoHasher() {
    assertThat(SCHEMES.read("$2b$05$tooshort"))
        .isEqualTo(
            new HashReading.Malformed(
                "Invalid format for bcrypt hash: the part after the last $ has 8 characters, and"
                    + " must have 53"));
  }

  /** Every password would match. */
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
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          Argon2 hashes with keyid can't be verified | $argon2id$m=8,t=1,p=1,keyid=SALT$SALT$B32
          Argon2 hashes with data can't be verified  | $argon2i$m=64,t=1,p=1,data=SALT$SALT$B32
          firebase-scrypt hashes NOKEY               | $f_scrypt$B32$SALT$m=14$r=8$s=Bw==
          firebase-scrypt hashes NOKEY               | $fbscrypt$v=1,n=14,r=8,p=1,ss=Bw==$SALT$B32
          """)
  void aHashThatNeedsAKeyFromElsewhereIsKeptOnRequestOnly(String message, String template) {
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
    "SCRAM-SHA-384$4096:c2FsdA==$QUFB:QUFB",
    "AQAAAA",
  })
  void likenessIsNotEnough(String text) {
    assertThat(SCHEMES.read(text)).isEqualTo(new HashReading.NotMine());
  }

  /** The longer placeholders first, as some begin like others; A43 stands for 43 letters. */
  private static String filled(String template) {
    String keycloak = "{\"secretData\":{\"salt\":\"SALT\",\"value\":\"B32\"},\"credentialData\":";
    String text = template.replace("KEYCLOAK", keycloak);
    for (int count : new int[] {27, 32, 40, 43, 53, 86}) {
      text = text.replace("A" + count, "A".repeat(count));
      text = text.replace("H" + count, (count == 43 || count == 53 ? "." : "0").repeat(count));
    }
    return text.replace("H42", ".".repeat(42))
        .replace("HEX64", "0".repeat(128))
        .replace("HEX32", "0".repeat(64))
        .replace("HEX20", HEX20)
        .replace("SALT", "c2FsdHNhbHRz")
        .replace("B32", "A".repeat(43))
        .replace("D22", ".".repeat(22))
        .replace("D31", ".".repeat(31))
        .replace("MD5==", MD5 + "==")
        .replaceAll("MD5(A?)$", MD5 + "$1");
  }
}
