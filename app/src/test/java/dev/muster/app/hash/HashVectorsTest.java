package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scheme against what other people's software wrote, see conformance/hashes/generate_*. */
class HashVectorsTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final Set<String> NAMES =
      StandardSchemes.known().stream().map(KnownScheme::name).collect(Collectors.toSet());

  /** No password ever fits them. */
  private static final Set<String> UNVERIFIABLE =
      StandardSchemes.known().stream()
          .filter(known -> known.about().advice() == Advice.UNVERIFIABLE)
          .map(KnownScheme::name)
          .collect(Collectors.toSet());

  static List<Vector> vectors() throws IOException {
    return Vector.all();
  }

  @Test
  void everySchemeHasVectors() throws IOException {
    Set<String> verifiable = new HashSet<>(NAMES);
    verifiable.removeAll(UNVERIFIABLE);
    Map<String, List<Vector>> byScheme =
        Vector.all().stream().collect(Collectors.groupingBy(Vector::scheme));
    assertThat(byScheme.keySet()).isEqualTo(verifiable);
    byScheme.forEach(
        (scheme, vectors) -> {
          List<Vector> fitting = vectors.stream().filter(Vector::expected).toList();
          assertThat(fitting).as(scheme).hasSizeGreaterThanOrEqualTo(3);
          assertThat(vectors).as(scheme).anyMatch(vector -> !vector.expected());
          assertThat(fitting)
              .as(scheme)
              .anyMatch(vector -> vector.passwordUtf8().length > vector.password().length());
        });
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theVerdictIsThatOfTheToolThatMadeIt(Vector vector) {
    EncodedHash hash = accepted(vector);

    assertThat(SCHEMES.verify(hash, vector.passwordUtf8())).isEqualTo(vector.expected());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void noOtherSchemeClaimsIt(Vector vector) {
    for (String other : NAMES) {
      if (!other.equals(vector.scheme()) && tells(vector)) {
        assertThat(scheme(other).read(vector.encoded()))
            .as(other)
            .isEqualTo(new HashReading.NotMine());
      }
    }
  }

  /** False for texts that don't say what they are, such as 32 hexadecimal digits. */
  private static boolean tells(Vector vector) {
    return !(scheme(vector.scheme()).read(vector.encoded()) instanceof HashReading.NotMine);
  }

  private static EncodedHash accepted(Vector vector) {
    HashReading reading = scheme(vector.scheme()).readAs(vector.encoded());
    return ReadHash.of(reading);
  }

  private static HashScheme scheme(String name) {
    return SCHEMES.byName(name).orElseThrow();
  }
}
