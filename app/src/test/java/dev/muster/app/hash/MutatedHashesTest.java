package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged hashes: each field of each scheme's example emptied, cut, made longer, and written in a
 * wrong alphabet, and each number written in every way but the right one.
 */
class MutatedHashesTest {

  /** A parameter, salt or digest: all that is between two separators. */
  private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z+/._-]+=*");

  /** Names of what is not read: Keycloak's further parameters, and SCRAM's other digests. */
  private static final Pattern IGNORED = Pattern.compile("additionalParameters|sha-[0-9]+=");

  /**
   * Schemes whose digest may have any length, so that a shorter one is accepted; and Magento's,
   * whose version may be missing.
   */
  private static final Set<String> FREE_LENGTH =
      Set.of(
          "scrypt-phc",
          "scrypt-plain",
          "pbkdf2-phc-sha1",
          "pbkdf2-phc-sha256",
          "pbkdf2-phc-sha512",
          "pbkdf2-plain",
          "grub-pbkdf2-sha512",
          "aspnet-identity-v3",
          "passlib-scram",
          "node-scrypt",
          "mosquitto-go-auth",
          "magento");

  private static final List<HashScheme> ALL =
      StandardSchemes.known().stream()
          .map(known -> known.within().apply(CostBounds.DEFAULTS))
          .toList();

  private static final Pattern NUMBER_FIELD =
      Pattern.compile("(?<![0-9A-Za-z+/._-])[0-9]+(?![0-9A-Za-z+/._-])");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String HUGE = "9".repeat(25);

  /** One change of an example. */
  record Mutant(String text, String change) {}

  static List<KnownScheme> verifiable() {
    return StandardSchemes.known().stream()
        .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
        .toList();
  }

  static List<Mutant> mutants(String example) {
    List<Mutant> all = new ArrayList<>();
    for (String tail : List.of("$", ":", "\n", " ", "\0", "\u00e9", "A")) {
      all.add(new Mutant(example + tail, "a tail"));
      all.add(new Mutant(tail + example, "a head"));
    }
    for (int length = 0; length < example.length(); length++) {
      all.add(new Mutant(example.substring(0, length), "cut after " + length));
    }
    FIELD
        .matcher(example)
        .results()
        .filter(field -> !IGNORED.matcher(field.group()).matches())
        .flatMap(field -> replacements(field.group()).map(with -> replaced(example, field, with)))
        .forEach(all::add);
    return all;
  }

  private static Stream<String> replacements(String field) {
    int middle = field.length() / 2;
    String before = field.substring(0, middle);
    String after = field.substring(middle + 1);
    Stream<String> any =
        Stream.of(
            "",
            field.substring(1),
            field.substring(0, field.length() - 1),
            field + field,
            field + "A",
            before + "\u00e9" + after,
            before + "~" + after,
            before + "\0" + after,
            field.replaceFirst("[0-9A-Za-z](?=[^0-9A-Za-z]*$)", "B"));
    return NUMBER.matcher(field).matches() ? Stream.concat(any, numbers(field)) : any;
  }

  /** The same number, not as it has to be written, and numbers beyond all limits. */
  private static Stream<String> numbers(String number) {
    return Stream.of(
        HUGE,
        "0" + number,
        "+" + number,
        "-" + number,
        " " + number,
        number + " ",
        number + ".0",
        number + "e+0",
        "0x" + number,
        number.replace('1', '\u0661') + "\u0660",
        "4294967297",
        "18446744073709551617");
  }

  private static Mutant replaced(String example, MatchResult field, String with) {
    return new Mutant(
        example.substring(0, field.start()) + with + example.substring(field.end()),
        field.group() + " replaced by " + with);
  }

  /** Whether a change leaves the same hash: only white space and base64's padding differ. */
  static boolean isEquivalent(String one, String other) {
    return withoutPadding(one).equals(withoutPadding(other));
  }

  private static String withoutPadding(String text) {
    return text.replaceAll("[\\s=]", "");
  }

  @ParameterizedTest
  @MethodSource("verifiable")
  void aDamagedHashIsRefusedOrThePasswordNoLongerMatches(KnownScheme known) {
    String example = known.about().example();
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    byte[] password = known.about().password().getBytes(UTF_8);
    for (Mutant mutant : mutants(example)) {
      if (scheme.readAs(mutant.text) instanceof HashReading.Accepted accepted
          && !isEquivalent(mutant.text, example)
          && !(FREE_LENGTH.contains(known.name()) && example.startsWith(mutant.text))) {
        assertThat(scheme.verify(accepted.hash(), password)).as(mutant.change).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("verifiable")
  void aNumberIsWrittenInOneWay(KnownScheme known) {
    String example = known.about().example();
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    NUMBER_FIELD
        .matcher(example)
        .results()
        .flatMap(field -> numbers(field.group()).map(with -> replaced(example, field, with)))
        .filter(mutant -> !isEquivalent(mutant.text, example))
        .forEach(
            mutant ->
                assertThat(scheme.readAs(mutant.text))
                    .as(mutant.change)
                    .isInstanceOf(HashReading.Refused.class));
  }

  @ParameterizedTest
  @MethodSource("verifiable")
  void aRefusalRepeatsNothingOfTheText(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    List<String> secrets =
        FIELD
            .matcher(known.about().example())
            .results()
            .map(MatchResult::group)
            .filter(field -> field.length() > 20)
            .map(field -> field.substring(field.length() - 10))
            .toList();
    for (Mutant mutant : mutants(known.about().example())) {
      if (scheme.readAs(mutant.text) instanceof HashReading.Refused refused) {
        assertThat(secrets).as(mutant.change).noneMatch(refused.message()::contains);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("verifiable")
  void aDamagedHashIsRecognisedByOneSchemeAtMost(KnownScheme known) {
    for (Mutant mutant : mutants(known.about().example())) {
      assertThat(ALL.stream().filter(each -> recognises(each, mutant.text)).limit(2))
          .as(mutant.change)
          .hasSizeLessThan(2);
    }
  }

  private static boolean recognises(HashScheme scheme, String text) {
    return !(scheme.read(text) instanceof HashReading.NotMine);
  }
}
