package dev.muster.app.hash.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.Vector;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored hashes with one character changed, left out or doubled. */
class MutatedRecipesTest {

  private static final RecipeScheme SCHEME = new RecipeScheme(CostBounds.DEFAULTS, Peppers.NONE);

  static List<Vector> vectors() throws IOException {
    return Vector.all().stream()
        .filter(vector -> vector.scheme().equals(RecipeScheme.NAME) && vector.expected())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void thePasswordOfAHashFitsNoOther(Vector vector) {
    String text = vector.encoded();
    for (int at = 0; at < text.length(); at++) {
      String before = text.substring(0, at);
      String after = text.substring(at + 1);
      char letter = text.charAt(at);
      for (String with :
          List.of("", letter == 'A' ? "B" : "A", letter == '9' ? "1" : "9", letter + "" + letter)) {
        String mutant = before + with + after;
        boolean fits =
            SCHEME.read(mutant) instanceof HashReading.Accepted accepted
                && SCHEME.verify(accepted.hash(), vector.passwordUtf8());
        assertThat(fits).as("%s at %s", with, at).isFalse();
      }
    }
  }
}
