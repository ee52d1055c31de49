package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.vendor.FirebaseProject;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of products of parameters, each at its limit and one step above. */
class CostLimitsTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String SCRYPT_LIMIT = "scrypt N*r*p must be at most 16777216";
  private static final String ARGON2_LIMIT = "Argon2 m*t must be at most 8388608";

  /** N is 2 to the power of 20, r is 8; p is 2 and then 3. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          django-scrypt;   scrypt$1048576$salt$8$P$A86==
          scrypt-phc;      $scrypt$ln=20,r=8,p=P$c2FsdA$A43
          scrypt-phc;      $scrypt$ln=1048576,r=8,p=P$c2FsdA$A43
          scrypt-plain;    scrypt:N=1048576,r=8,p=P:hex=00:base64=A43
          werkzeug-scrypt; scrypt:1048576:8:P$salt$H128
          firebase-scrypt; $firescrypt$ln=20,r=8,p=P$c2FsdA==$A43=$Bw==$A43=
          firebase-scrypt; $fbscrypt$v=1,n=20,r=8,p=P,ss=Bw==,sk=A43=$c2FsdA==$A43=
          """,
      delimiter = ';')
  void theWorkOfScryptIsLimited(String scheme, String template) {
    assertThat(read(scheme, template.replace("P", "2"))).isInstanceOf(HashReading.Accepted.class);
    assertThat(read(scheme, template.replace("P", "3")))
        .isEqualTo(new HashReading.OutOfBounds(SCRYPT_LIMIT));
  }

  /** The digit I is 20, 6 is 8, 0 is 2, and 1 is 3. */
  @Test
  void theWorkOfScryptInCryptsDigitsIsLimited() {
    assertThat(read("scrypt-crypt", "$7$I6....0....salt$H43"))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read("scrypt-crypt", "$7$I6....1....salt$H43"))
        .isEqualTo(new HashReading.OutOfBounds(SCRYPT_LIMIT));
  }

  /** SuperTokens and Clerk write no p: it is 1, and memory is the limit that is met first. */
  @Test
  void theWorkOfScryptWithoutParallelisationIsThatOfItsMemory() {
    FirebaseProject project = new FirebaseProject(filled("A43="), "Bw==");
    String limit = "scrypt memory must be at most 1024 MiB";

    for (String template :
        List.of("$f_scrypt$A43=$c2FsdA==$m=20$r=R$s=Bw==", "A43=$c2FsdA==$A43=$Bw==$R$20")) {
      String text = filled(template);
      assertThat(project.complete(text.replace("R", "8")).map(SCHEMES::read).orElseThrow())
          .isInstanceOf(HashReading.Accepted.class);
      assertThat(project.complete(text.replace("R", "9")).map(SCHEMES::read).orElseThrow())
          .isEqualTo(new HashReading.OutOfBounds(limit));
    }
  }

  /** Each takes 64 MiB, however its scheme writes it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          django-scrypt;   scrypt$65536$salt$8$1$A86==
          scrypt-phc;      $scrypt$ln=16,r=8,p=1$c2FsdA$A43
          firebase-scrypt; $firescrypt$ln=16,r=8,p=1$c2FsdA==$A43=$Bw==$A43=
          argon2;          $argon2id$v=19$m=65536,t=1,p=1$c2FsdHNhbHQ$A43
          django-argon2;   argon2$argon2id$v=19$m=65536,t=1,p=1$c2FsdHNhbHQ$A43
          auth0-custom;    $auth0$password=utf8$$$$argon2id$v=19$m=65536,t=1,p=1$c2FsdHNhbHQ$A43
          """,
      delimiter = ';',
      maxCharsPerColumn = 1000)
  void whatTheHeapIsTooSmallForIsRefusedWhenItComesIn(String scheme, String template) {
    String text = filled(template);
    CostBounds large = CostBounds.DEFAULTS.withHeap(107L << 20);
    CostBounds small = CostBounds.DEFAULTS.withHeap(106L << 20);
    HashParts parts = new HashParts(Map.of(HashPart.SCHEME, scheme, HashPart.HASH, text));

    assertThat(StandardSchemes.all(large).read(text)).isInstanceOf(HashReading.Accepted.class);
    assertThat(new TableHashes(large).read(parts)).isInstanceOf(HashParts.Reading.Accepted.class);
    String message =
        "verifying it takes 64 MiB of memory, too much for this program's heap of 106 MiB:"
            + " give it more, as in MUSTER_HEAP=128m";
    assertThat(StandardSchemes.all(small).read(text))
        .isEqualTo(new HashReading.OutOfBounds(message));
    assertThat(new TableHashes(small).read(parts))
        .isEqualTo(new HashParts.Reading.Refused(HashPart.HASH, message));
  }

  /** Memory is 1 GiB; the passes are 8 and then 9. Lanes make no difference. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          argon2;        $argon2id$v=19$m=1048576,t=T,p=1$c2FsdHNhbHQ$A43
          argon2;        $argon2i$v=19$m=1048576,t=T,p=16$c2FsdHNhbHQ$A43
          argon2;        $argon2d$m=1048576,t=T,p=4$c2FsdHNhbHQ$A43
          django-argon2; argon2$argon2id$v=19$m=1048576,t=T,p=8$c2FsdHNhbHQ$A43
          mediawiki;     :argon2:$argon2id$v=19$m=1048576,t=T,p=1$c2FsdHNhbHQ$A43
          keycloak;      {"secretData":{"salt":"c2FsdHNhbHQ=","value":"A43="},"credentialData":\
          {"algorithm":"argon2","hashIterations":T,"additionalParameters":{"version":["1.3"],\
          "type":["id"],"memory":["1048576"],"parallelism":["1"]}}}
          """,
      delimiter = ';',
      maxCharsPerColumn = 1000)
  void theWorkOfArgon2IsLimited(String scheme, String template) {
    assertThat(read(scheme, template.replace("T", "8"))).isInstanceOf(HashReading.Accepted.class);
    assertThat(read(scheme, template.replace("T", "9")))
        .isEqualTo(new HashReading.OutOfBounds(ARGON2_LIMIT));
  }

  /** A key of two blocks. */
  @Test
  void everyBlockOfAKeyTakesAllIterations() {
    String limit = "PBKDF2 iterations of all blocks must be at most 10000000";
    for (String template :
        List.of(
            "$pbkdf2-sha256$i=COUNT,l=64$c2FsdA$A86",
            ":pbkdf2:sha256:COUNT:64:c2FsdA==:A86==",
            "{\"algorithm\":\"PBKDF2\",\"digestAlgorithm\":\"SHA256_HMAC\","
                + "\"iterationCount\":COUNT,\"keySize\":64,"
                + "\"salt\":\"c2FsdA==\",\"value\":\"A86==\"}",
            "[\"pbkdf2\",[\"salt\",\"COUNT\",\"64\",\"sha256\",\"@\"],\"H128\"]")) {
      assertThat(SCHEMES.read(filled(template.replace("COUNT", "5000000"))))
          .isInstanceOf(HashReading.Accepted.class);
      assertThat(SCHEMES.read(filled(template.replace("COUNT", "5000001"))))
          .isEqualTo(new HashReading.OutOfBounds(limit));
    }
  }

  /** A salt of 64 bytes makes two blocks of MD5's input in each round. */
  @Test
  void aSaltThatEveryRoundReadsCounts() {
    String text = "$digest$alg=md5,rounds=COUNT,chain=salted$A86$$A22";

    assertThat(read("digest", text.replace("COUNT", "5000000")))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read("digest", text.replace("COUNT", "5000001")))
        .isEqualTo(
            new HashReading.OutOfBounds(
                "rounds of the digest of all blocks must be at most 10000000"));
    assertThat(read("digest", "$digest$alg=md5,rounds=10000000$A86$$A22"))
        .isInstanceOf(HashReading.Accepted.class);
  }

  /** Whirlpool and RIPEMD-160 are several times as slow as the others. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          mediawiki;    :pbkdf2:whirlpool:COUNT:64:c2FsdA==:A86==;     PBKDF2 iterations
          logto-legacy; ["pbkdf2",["s","COUNT","64","whirlpool","@"],"H128"]; PBKDF2 iterations
          digest;       $digest$alg=whirlpool,rounds=COUNT$$$A86;      rounds of the digest
          pbkdf2-plain; $pbkdf2-plain$alg=ripemd160,i=COUNT$c2FsdA$A27; PBKDF2 iterations
          """,
      delimiter = ';')
  void aSlowDigestIsRepeatedLess(String scheme, String template, String what) {
    assertThat(read(scheme, template.replace("COUNT", "1000000")))
        .isInstanceOf(HashReading.Accepted.class);
    assertThat(read(scheme, template.replace("COUNT", "1000001")))
        .isEqualTo(new HashReading.OutOfBounds(what + " must be from 1 to 1000000"));
  }

  private static HashReading read(String scheme, String template) {
    return SCHEMES.byName(scheme).orElseThrow().read(filled(template));
  }

  /** A86 stands for as many letters A, and H128 for as many digits 0. */
  private static String filled(String template) {
    return Stream.of(22, 27, 43, 86, 128)
        .reduce(
            template,
            (text, count) ->
                text.replace("A" + count, "A".repeat(count))
                    .replace("H" + count, count == 43 ? ".".repeat(count) : "0".repeat(count)),
            (one, other) -> one);
  }
}
