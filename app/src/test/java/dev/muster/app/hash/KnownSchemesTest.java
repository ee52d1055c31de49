package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the registry tells people about its schemes. */
class KnownSchemesTest {

  static List<KnownScheme> schemes() {
    return StandardSchemes.known();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theExampleIsOfThePassword(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    HashReading reading = scheme.readAs(known.about().example()).acceptingUnverifiable();

    assertThat(reading).isInstanceOf(HashReading.Accepted.class);
    boolean fits =
        scheme.verify(
            ((HashReading.Accepted) reading).hash(), known.about().password().getBytes(UTF_8));
    assertThat(fits).isEqualTo(known.about().advice() != Advice.UNVERIFIABLE);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theNameIsTheSchemes(KnownScheme known) {
    assertThat(known.within().apply(CostBounds.DEFAULTS).name()).isEqualTo(known.name());
    assertThat(known.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void aTextIsReadAtOnceHoweverLong(KnownScheme known) {
    HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
    String example = known.about().example();
    for (String filling : List.of("1", "$", ":", "!", "A", "/.", "$1", ",rounds=", "\u00e9")) {
      for (int kept : new int[] {4, 8, 16, example.length()}) {
        String beginning = example.substring(0, Math.min(kept, example.length()));
        String text = beginning + filling.repeat(200_000);

        assertTimeout(Duration.ofSeconds(2), () -> scheme.readAs(text));
      }
    }
  }
}
