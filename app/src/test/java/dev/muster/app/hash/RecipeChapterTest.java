package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.recipe.Recipe;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recipes in docs/hashes.md can be used as they are written there. */
class RecipeChapterTest {

  private static final Pattern ROW = Pattern.compile("\\| `([^`]*password[^`]*)` \\|\\n");

  @Test
  void everyRecipeOfASystemIsOne() throws Exception {
    List<String> recipes =
        ROW.matcher(RecipeChapter.TEXT).results().map(row -> row.group(1)).toList();

    assertThat(recipes).hasSizeGreaterThan(15);
    for (String recipe : recipes) {
      assertThat(Recipe.parse(recipe).print()).isEqualTo(recipe);
    }
  }

  @Test
  void everyFunctionIsInTheTableOrOfADigestThatIsOneOfMany() {
    List<String> functions =
        Pattern.compile("`([A-Za-z0-9-]+)\\(")
            .matcher(RecipeChapter.TEXT)
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(functions)
        .contains("md5", "sha256", "hmac-sha256", "pbkdf2-sha256", "scrypt", "argon2id", "bcrypt")
        .contains("hex", "HEX", "base64", "base64-unpadded", "base64-url", "base64-url-unpadded")
        .contains("unhex", "unbase64", "utf8", "utf16le", "latin1", "upper", "lower")
        .contains("repeat", "first", "rounds", "pepper");
  }
}
