package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored hashes with their recipes, and the peppers that they need. */
class RecipeSchemeTest {

  private static final String RECIPE = "md5(pepper(\"cookie-key\") + password)";
  private static final String HASH = "f28f79eff82d1c0937afe8bdc875dc2e";
  private static final byte[] PASSWORD = "Tr0ub4dor&3".getBytes(UTF_8);
  private static final String SECRET = "kJ8s7dHq2LmN0pRtVxYz";

  private static HashSchemes schemes(Peppers peppers) {
    return StandardSchemes.all(CostBounds.DEFAULTS, peppers);
  }

  private static Peppers peppers(String name) {
    return Peppers.of(Map.of(name, SECRET.getBytes(UTF_8)));
  }

  @Test
  void aPepperIsReadFromTheSettings() throws Exception {
    String stored = Recipe.parse(RECIPE).encoded(HASH, "");
    HashSchemes schemes = schemes(peppers("cookie-key"));

    assertThat(schemes.read(stored))
        .isEqualTo(new HashReading.Accepted(new EncodedHash("recipe", stored)));
    assertThat(schemes.verify(new EncodedHash("recipe", stored), PASSWORD)).isTrue();
    assertThat(schemes.verify(new EncodedHash("recipe", stored), new byte[0])).isFalse();
    assertThat(stored).doesNotContain(SECRET);
  }

  @Test
  void aHashWhosePepperIsMissingIsNotTakenEvenWithUnverifiableOnes() throws Exception {
    String stored = Recipe.parse(RECIPE).encoded(HASH, "");
    for (Peppers peppers : List.of(Peppers.NONE, peppers("other"))) {
      HashReading reading = schemes(peppers).read(stored).acceptingUnverifiable();

      assertThat(reading)
          .isInstanceOfSatisfying(
              HashReading.MissingPepper.class,
              missing -> assertThat(missing.pepper()).isEqualTo("cookie-key"));
    }
  }

  @Test
  void aPepperThatWasRemovedIsLoggedAndThePasswordIsWrong() throws Exception {
    EncodedHash hash = new EncodedHash("recipe", Recipe.parse(RECIPE).encoded(HASH, ""));
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logRecord) {
            logged.add(new SimpleFormatter().formatMessage(logRecord));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(RecipeHash.class.getName());
    logger.addHandler(handler);
    try {
      assertThat(schemes(peppers("other")).verify(hash, PASSWORD)).isFalse();
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(logged)
        .containsExactly(
            "a password can't be verified. The recipe needs the pepper \"cookie-key\", which"
                + " passwords.peppers in muster.yml does not have.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$md5(password)|true",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$md5( password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ==$md5(password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILP$md5(password)|false",
        "$recipe$eA$$X03MO1qnZdYdgyfeuILPmQ$md5(password)|false",
        "$recipe$$eA$X03MO1qnZdYdgyfeuILPmQ$md5(password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$md5(salt + password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$bcrypt(password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ$argon2(password)|false",
        "$recipe$$$X03MO1qnZdYdgyfeuILPmQ|false",
        "$recipe$|false"
      })
  void aStoredTextHasWhatItsRecipeHasAndOneSpelling(String stored, boolean sound) {
    HashReading reading = schemes(Peppers.NONE).read(stored);

    assertThat(reading instanceof HashReading.Accepted).isEqualTo(sound);
    if (!sound) {
      assertThat(((HashReading.Malformed) reading).message())
          .startsWith("not a sound recipe hash: ")
          .doesNotContain("X03MO1");
    }
  }

  @Test
  void recipesAreParsedOnceAndFewAreKept() throws Exception {
    ParsedRecipes recipes = new ParsedRecipes();
    Recipe first = recipes.of(RECIPE);

    assertThat(recipes.of(RECIPE)).isSameAs(first);
    for (int i = 0; i < 1000; i++) {
      recipes.of("md5(password + \"" + i + "\")");
    }
    assertThat(recipes.of(RECIPE)).isEqualTo(first).isNotSameAs(first);
  }
}
