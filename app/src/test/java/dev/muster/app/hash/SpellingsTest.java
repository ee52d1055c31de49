package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.spelling.KnownSpelling;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which other systems write hashes, against conformance/hashes/spellings. */
class SpellingsTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  private static final Set<String> FREE_LENGTH = Set.of("scrypt-java", "spring-pbkdf2", "macos");

  /** Only the hash and the salt of a user are kept with {@code --accept-unverifiable}. */
  @Test
  void aUserOfFirebaseWithoutTheProjectIsReducedToTheCredential() {
    String user =
        "{\"localId\":\"abc\",\"email\":\"ann@example.com\",\"passwordHash\":\"TC/2Fg==\","
            + "\"salt\":\"42xEC+ixf3L2lw==\",\"createdAt\":\"1700000000000\"}";
    EncodedHash stored =
        new EncodedHash(
            "firebase-scrypt", "{\"passwordHash\":\"TC/2Fg==\",\"salt\":\"42xEC+ixf3L2lw==\"}");

    assertThat(SCHEMES.read(user).acceptingUnverifiable())
        .isEqualTo(new HashReading.Accepted(stored));
    assertThat(SCHEMES.byName("firebase-scrypt").orElseThrow().readAs(user).acceptingUnverifiable())
        .isEqualTo(new HashReading.Accepted(stored));
    assertThat(SCHEMES.read(stored.encoded())).isInstanceOf(HashReading.Unverifiable.class);
  }

  /** A password is never stored as it is. */
  @ParameterizedTest
  @ValueSource(strings = {"{noop}s3cret", "{PLAIN}s3cret", "{CLEAR}s3cret", "{BASE64}czNjcmV0"})
  void thePasswordItselfIsRefusedAndNotShown(String text) {
    HashReading reading = SCHEMES.read(text).acceptingUnverifiable();

    assertThat(reading).isEqualTo(new HashReading.Cleartext("s3cret"));
    assertThat(reading.toString()).doesNotContain("s3cret");
    assertThat(((HashReading.Refused) reading).message()).contains("the password itself");
    assertThat(SCHEMES.verify(ReadHash.of(reading), "s3cret".getBytes(UTF_8))).isTrue();
  }

  /** What is behind a tag may be in another spelling too, as it may be without the tag. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{argon2}", "{ARGON2ID}"})
  void whatIsBehindATagMayBeSpelledOtherwise(String tag) {
    String ordered = tag + "$argon2id$v=19$t=2,m=256,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow";
    String padded = tag + "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow==";

    for (String text : List.of(ordered, padded)) {
      assertThat(SCHEMES.read(text))
          .isEqualTo(
              new HashReading.Accepted(
                  new EncodedHash(
                      "argon2",
                      "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow")));
    }
  }

  static List<KnownSpelling> spellings() {
    return StandardSpellings.known();
  }

  static List<Vector> vectors() throws IOException {
    return Vector.ofSpellings();
  }

  @Test
  void everySpellingHasVectors() throws IOException {
    Map<String, List<Vector>> byName =
        vectors().stream().collect(Collectors.groupingBy(Vector::scheme));

    assertThat(byName.keySet())
        .containsExactlyInAnyOrderElementsOf(
            spellings().stream().map(KnownSpelling::name).toList());
    byName.forEach(
        (name, all) -> {
          List<Vector> fitting = all.stream().filter(Vector::expected).toList();
          assertThat(fitting).as(name).hasSizeGreaterThanOrEqualTo(3);
          assertThat(all).as(name).anyMatch(vector -> !vector.expected());
          assertThat(fitting)
              .as(name)
              .anyMatch(vector -> vector.passwordUtf8().length > vector.password().length());
        });
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theVerdictIsThatOfTheToolThatMadeIt(Vector vector) {
    EncodedHash hash = accepted(vector.encoded());

    assertThat(SCHEMES.verify(hash, vector.passwordUtf8())).isEqualTo(vector.expected());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theStoredTextIsTheSchemesOwn(Vector vector) {
    EncodedHash hash = accepted(vector.encoded());

    HashReading own =
        known(hash.scheme()).within().apply(CostBounds.DEFAULTS).readAs(hash.encoded());
    assertThat(ReadHash.of(own)).isEqualTo(hash);
    HashReading named = SCHEMES.byName(hash.scheme()).orElseThrow().readAs(vector.encoded());
    assertThat(ReadHash.of(named)).isEqualTo(hash);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void theExampleIsOfThePassword(KnownSpelling spelling) {
    EncodedHash hash = accepted(spelling.about().example());

    assertThat(SCHEMES.verify(hash, spelling.about().password().getBytes(UTF_8))).isTrue();
    assertThat(SCHEMES.verify(hash, "another".getBytes(UTF_8))).isFalse();
    assertThat(StandardSpellings.of(spelling.about().example())).contains(spelling);
    assertThat(spelling.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void identifyNamesTheSchemeAndTheSystem(KnownSpelling spelling) {
    EncodedHash hash = accepted(spelling.about().example());

    SchemeMatch match = SchemeMatch.of(spelling.about().example()).get(0);
    assertThat(match.scheme()).isEqualTo(hash.scheme());
    assertThat(match.origin()).isEqualTo(spelling.about().origin());
    if (hash.scheme().equals("cleartext")) {
      assertThat(match.refusal().orElse("")).contains("the password itself");
      return;
    }
    assertThat(match.refusal()).isEmpty();
    assertThat(match.forms())
        .filteredOn(form -> form.format().equals("csv") || form.format().equals("restauth"))
        .allMatch(form -> form.member().isPresent())
        .hasSize(2);
  }

  /**
   * scrypt's key may have any length, and Spring Security's PBKDF2 two of them, so a shorter one is
   * accepted. A tag may turn into that of another scheme with the same hashes.
   */
  @ParameterizedTest
  @MethodSource("spellings")
  void aDamagedTextIsRefusedOrThePasswordNoLongerMatches(KnownSpelling spelling) {
    String example = spelling.about().example();
    EncodedHash original = accepted(example);
    byte[] password = spelling.about().password().getBytes(UTF_8);

    for (MutatedHashesTest.Mutant mutant : MutatedHashesTest.mutants(example)) {
      if (SCHEMES.read(mutant.text()) instanceof HashReading.Accepted accepted
          && !accepted.hash().equals(original)
          && !MutatedHashesTest.isEquivalent(mutant.text(), example)
          && !(FREE_LENGTH.contains(spelling.name()) && example.startsWith(mutant.text()))
          && !hasOtherTag(mutant.text(), example)) {
        assertThat(SCHEMES.verify(accepted.hash(), password)).as(mutant.change()).isFalse();
      }
    }
  }

  private static boolean hasOtherTag(String text, String example) {
    return example.matches("\\{[^\"}]+}.*")
        && text.endsWith(example.substring(example.indexOf('}')));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void aRefusalRepeatsNothingOfTheText(KnownSpelling spelling) {
    String example = spelling.about().example();
    String secret = example.substring(example.length() - 12, example.length() - 2);

    for (MutatedHashesTest.Mutant mutant : MutatedHashesTest.mutants(example)) {
      if (SCHEMES.read(mutant.text()) instanceof HashReading.Refused refused) {
        assertThat(refused.message()).as(mutant.change()).doesNotContain(secret);
      }
    }
  }

  /** From reports of mailcow (#3282), PostfixAdmin (#934) and users of Nextcloud. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
"""
foo {BLF-CRYPT}$2y$05$mgkh7M9n1hFgDoctZfb2WuE2m8ng3RoTMYoYNr5Urg.kc5F0O3JJy
Tr0ub4dor&3 {SHA512-CRYPT}$6$B0A/WWMBfNpyCuUa$BuqzypvZpoNxypHZpEuPmOFdvJ62LBFxmUAtoOtILKi\
ixVE6yDIiSrP3uso/wLptYvO/wgKZpAccmcKOWFgyd1
Tr0ub4dor&3 {ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$PWKQdxttEBV99OAhCfJxFA\
$GA3w+Em7SwfllYCS9zwB2N9qearC6ZuVDomwLkXcPUc
Tr0ub4dor&3 {SCRAM-SHA-256}4096,LFN5XNzo72zhQnGdoEtyrA==,\
UgbOFDM7ZEVhAaKzLrJthgSKlmoHMpszt5idte1tPpw=,E8d+OYTYOBv9Gfu7cjRfQ2viyl+WSbv97bqwUXpLCOI=
Tr0ub4dor&3 {PBKDF2}$1$hncg/juRhT4UZM/k$5000$9e86834c713dbdd71c75a9bbd5bf3cb98709f34c
Tr0ub4dor&3 {SSHA.HEX}87e06c4c1ca90a5cdf9f2cc459f021dd0ad8dee76b87c189
pässwörd☃ñ 3|$argon2id$v=19$m=4096,t=4,p=1$AAECAwQFBgcICQoLDA0ODw\
$F/tRe3PQsfAVU24s8Wq4rRlH4qS5ZZu09fsNUN0TLfo
pässwörd☃ñ 1|$2y$06$gv0qLMKn25uQ7SdyAyMvUugjh4aF4qHMlhYZOQltXMgzY5q4DmxiC
""")
  void reportedHashesAreRead(String password, String encoded) {
    assertThat(SCHEMES.verify(accepted(encoded), password.getBytes(UTF_8))).isTrue();
    assertThat(SCHEMES.verify(accepted(encoded), "another".getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "password, {SHA}{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
    "password, {ldap}{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
  })
  void aTagMayFollowATag(String password, String encoded) {
    String sound = encoded.replace("{SSHA}", "{SHA}");

    assertThat(accepted(sound).scheme()).isEqualTo("ldap-sha");
    assertThat(SCHEMES.verify(accepted(sound), password.getBytes(UTF_8))).isTrue();
  }

  /** The tag is missing if the system has only one encoder; then the input names the spelling. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring-pbkdf2",
        "spring-sha256",
        "dovecot-pbkdf2",
        "dovecot-scram",
        "389ds-pbkdf2"
      })
  void aNamedSpellingNeedsNoTag(String name) {
    KnownSpelling spelling =
        spellings().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
    String example = spelling.about().example();
    String bare = example.substring(example.indexOf('}') + 1);
    HashReading read = new HashReading.Accepted(accepted(example));

    assertThat(SCHEMES.byName(name).orElseThrow().readAs(example)).isEqualTo(read);
    assertThat(SCHEMES.byName(name).orElseThrow().readAs(bare)).isEqualTo(read);
    assertThat(SCHEMES.read(bare)).isNotEqualTo(read);
    assertThat(SCHEMES.byName(name).orElseThrow().readAs("nothing of the kind"))
        .isInstanceOf(HashReading.Malformed.class);
    assertThat(SchemeMatch.of(bare))
        .filteredOn(match -> match.scheme().equals(name))
        .singleElement()
        .satisfies(
            match ->
                assertThat(match.forms())
                    .extracting(ImportForm::words)
                    .contains("password_hash, with password_scheme " + name)
                    .contains("\"password\":{\"algorithm\":\"" + name + "\",\"hash\":\"HASH\"}"));
  }

  /** ldapsearch breaks lines after 76 characters. */
  @Test
  void aFoldedLineOfLdifIsOneValue() {
    String value =
        Base64.getEncoder()
            .encodeToString(
                "{SSHA.HEX}87e06c4c1ca90a5cdf9f2cc459f021dd0ad8dee76b87c189".getBytes(UTF_8));

    EncodedHash hash = accepted(value);
    assertThat(SCHEMES.verify(hash, "Tr0ub4dor&3".getBytes(UTF_8))).isTrue();
    for (String fold : List.of("\n ", "\r\n ")) {
      String folded = value.substring(0, 60) + fold + value.substring(60);
      assertThat(accepted(folded)).isEqualTo(hash);
      assertThat(accepted("userPassword:: " + folded)).isEqualTo(hash);
    }
  }

  /** What no system writes, or nobody can verify. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{bcrypt}",
        "{bcrypt}password",
        "{bcrypt}$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "{bcrypt_sha256}$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "{argon2}$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "{pbkdf2}00",
        "{pbkdf2@SpringSecurity_v5_8}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa"
            + "4ed4d6b99ca763d8dc",
        "{scrypt}$e0801$$",
        "$e0801$c2FsdA==",
        "{SHA-256}{salt}00",
        "{SHA512-CRYPT}6$abc",
        "{SHA512-CRYPT.HEX}zz",
        "{SHA512-CRYPT.HEX}ff",
        "{SSHA.HEX}00",
        "{PBKDF2}$1$salt$5000$00",
        "{PBKDF2}10000:AAAA",
        "{PBKDF2_SHA256}AAAA",
        "{SCRAM-SHA-256}4096,AAAA,AAAA",
        "{NS-MTA-MD5}00000000000000000000000000000000short",
        "{BASE64}/w==",
        "{APR1}AAAAAAAAAAAAAAAAAAAAAA==",
        "{}",
        "$CP$9cc2ae8a1ba7a93da39b46fc1019c481",
        "$CP$$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "a:2:{s:4:\"hash\";s:60:\"$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS\";"
            + "s:4:\"salt\";s:5:\"other\";}",
        "a:2:{s:4:\"hash\";s:32:\"9cc2ae8a1ba7a93da39b46fc1019c481\";s:4:\"salt\";s:3:\"abc\";}",
        "{ldap}password",
        "1|$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
        "2|$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "4|$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
        "$pbkdf2$f=SHA256,w=600000,l=31$4EJ0aoqSHZt0dKO8ccz/OQ$oWnpQnGjl+x+6J08bTP1OVQ+7ZF29qMauc"
            + "fyyDY0Rlw",
        "$pbkdf2$f=MD5,w=600000,l=32$4EJ0aoqSHZt0dKO8ccz/OQ$oWnpQnGjl+x+6J08bTP1OVQ+7ZF29qMaucfyyD"
            + "Y0Rlw",
        "e1NTSEF9",
        "userPassword:: AAAA",
        "{\"credentials\":[]}",
        "{\"hashedSaltedValue\":\"AAAA\"}",
        "{\"passwordHash\":\"AAAA\",\"salt\":\"AAAA\"}",
        "{\"value\":\"AAAA\",\"salt\":\"AAAA\",\"additionalParameters\":{}}"
      })
  void otherTextsAreNotAccepted(String text) {
    assertThat(SCHEMES.read(text)).isNotInstanceOf(HashReading.Accepted.class);
  }

  @Test
  void theCostOfAnotherSpellingIsLimitedToo() {
    assertThat(SCHEMES.read("{PBKDF2}$1$salt$99999999$" + "0".repeat(40)))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(SCHEMES.read("{scrypt}$1e0801$c2FsdA==$c2FsdHNhbHQ="))
        .isInstanceOf(HashReading.OutOfBounds.class);
    assertThat(SCHEMES.read("{bcrypt}$2a$31$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"))
        .isInstanceOf(HashReading.OutOfBounds.class);
  }

  static Stream<String> endless() {
    int much = 300_000;
    return Stream.of(
        "{SSHA}".repeat(much / 6),
        "{ldap}{SSHA}".repeat(much / 12),
        "{SHA-256}{" + "a".repeat(much),
        "{SHA-256}" + "{".repeat(much),
        "{" + "a".repeat(much),
        "{SSHA.HEX}" + "0".repeat(much),
        "{PBKDF2}" + "1".repeat(much) + ":",
        "{SCRAM-SHA-1}" + "1,".repeat(much / 2),
        "$pbkdf2$f=" + "1,w=".repeat(much / 4),
        "$argon2" + "=$".repeat(much / 2),
        "$e0801$" + "$".repeat(much),
        "1|" + "$2".repeat(much / 2),
        "userPassword:" + " ".repeat(much),
        "[{\"secretData\":".repeat(much / 15),
        "{\"hashIterations\":1}" + "} ".repeat(much / 2),
        "A$".repeat(much / 2) + "1");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void readingIsQuickHoweverLongTheTextIs(String text) {
    long start = System.nanoTime();
    SCHEMES.read(text);
    SchemeMatch.of(text);
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(10));
  }

  @Test
  void base64OfBase64Ends() {
    String text = "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=";
    for (int i = 0; i < 10; i++) {
      text = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
    assertThat(SCHEMES.read(text)).isEqualTo(new HashReading.NotMine());
  }

  private static KnownScheme known(String name) {
    return StandardSchemes.known().stream()
        .filter(scheme -> scheme.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static EncodedHash accepted(String encoded) {
    HashReading reading = SCHEMES.read(encoded);
    return ReadHash.of(reading);
  }
}
