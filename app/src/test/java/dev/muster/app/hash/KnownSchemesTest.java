package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the registry tells people about its schemes. */
class KnownSchemesTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String MD5 = "A".repeat(22);

  static List<KnownScheme> schemes() {
    return StandardSchemes.known();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theExampleIsOfThePassword(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    HashReading reading = scheme.readAs(known.about().example()).acceptingUnverifiable();

    boolean fits = scheme.verify(ReadHash.of(reading), known.about().password().getBytes(UTF_8));
    assertThat(fits).isEqualTo(known.about().advice() != Advice.UNVERIFIABLE);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theNameIsTheSchemes(KnownScheme known) {
    assertThat(known.within().apply(CostBounds.DEFAULTS).name()).isEqualTo(known.name());
    assertThat(known.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  /** Quadratic time would be hours. */
  @ParameterizedTest
  @MethodSource("schemes")
  void longTextsAreReadAtOnce(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    String example = known.about().example();
    int length = 200_000;

    long start = System.nanoTime();
    for (String unit :
        List.of(
            "A",
            "$",
            "0",
            ",",
            ":",
            "!",
            "/.",
            "$1",
            "\u00e9",
            ",keyid=",
            ",rounds=",
            "=",
            "[\"",
            ":hex=",
            " {\"")) {
      String tail = unit.repeat(length / unit.length());
      assertThat(scheme.readAs(example + tail)).isNotInstanceOf(HashReading.NotMine.class);
      assertThat(scheme.readAs(tail)).isNotInstanceOf(HashReading.NotMine.class);
      for (int i = 1; i < example.length(); i += 7) {
        scheme.read(example.substring(0, i) + tail.substring(0, length / 20));
      }
    }
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(20));
  }

  @ParameterizedTest
  @MethodSource("schemes")
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

  static Stream<String> endless() {
    int much = 300_000;
    return Stream.of(
        "{\"credentialData\":5,\"secretData\":\"5\"}",
        "{\"credentialData\":\"\\\"5\\\"\",\"secretData\":true}",
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
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(20));
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
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(20));
  }

  private static boolean verify(String scheme, String encoded, byte[] password) {
    return SCHEMES.verify(new EncodedHash(scheme, encoded), password);
  }
}
