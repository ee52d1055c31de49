package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scheme against what other people's software wrote, see conformance/hashes/generate_*. */
class HashVectorsTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final Set<String> NAMES =
      Set.of(
          "bcrypt",
          "django-argon2",
          "django-bcrypt-sha256",
          "django-crypt",
          "django-md5",
          "django-pbkdf2-sha1",
          "django-pbkdf2-sha256",
          "django-scrypt",
          "django-sha1",
          "django-unsalted-md5",
          "django-unsalted-sha1");

  static List<Vector> vectors() throws IOException {
    return Vector.all();
  }

  @Test
  void everySchemeHasVectorsBothWays() throws IOException {
    assertThat(names(true)).isEqualTo(NAMES);
    assertThat(names(false)).isEqualTo(NAMES);
  }

  private static Set<String> names(boolean expected) throws IOException {
    return Vector.all().stream()
        .filter(vector -> vector.expected() == expected)
        .map(Vector::scheme)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theVerdictIsThatOfTheToolThatMadeIt(Vector vector) {
    EncodedHash hash = accepted(vector);

    assertThat(SCHEMES.verify(hash, vector.passwordUtf8())).isEqualTo(vector.expected());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void exactlyOneSchemeKnowsIt(Vector vector) {
    assertThat(accepted(vector).scheme()).isEqualTo(vector.scheme());
    for (String other : NAMES) {
      if (!other.equals(vector.scheme())) {
        assertThat(scheme(other).read(vector.encoded()))
            .as(other)
            .isEqualTo(new HashReading.NotMine());
      }
    }
  }

  private static EncodedHash accepted(Vector vector) {
    HashReading reading = SCHEMES.read(vector.encoded());
    assertThat(reading).isInstanceOf(HashReading.Accepted.class);
    return ((HashReading.Accepted) reading).hash();
  }

  private static HashScheme scheme(String name) {
    return SCHEMES.byName(name).orElseThrow();
  }
}
