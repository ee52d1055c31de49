package dev.muster.app.hash.search;

import dev.muster.app.hash.recipe.BadRecipe;
import dev.muster.app.hash.recipe.ParsedRecipes;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.hash.recipe.Recipe;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.recipe.Source;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe that makes a user's hash of the password, and the stored text of both.
 *
 * @param encoded a secret
 * @param key the reading of the key that the recipe needs; empty if it needs none
 */
record FoundRecipe(Recipe recipe, String encoded, Optional<Reading> key) {

  /** A recipe of a table is tried on many rows. */
  private static final ParsedRecipes RECIPES = new ParsedRecipes();

  /**
   * Checks a recipe.
   *
   * @param text in the grammar of recipes, with the key as the pepper {@link Reading#PEPPER}
   * @return empty if the hash is not made so, or the recipe is too long or too costly
   */
  static Optional<FoundRecipe> of(String text, Sample user) {
    try {
      Recipe recipe = RECIPES.of(text);
      String salt = recipe.has(Source.SALT) ? user.salt().orElse("") : "";
      String encoded = recipe.encoded(user.hash(), salt, user.login().orElse(""));
      if (recipe.peppers().isEmpty()) {
        return fits(encoded, Peppers.NONE, user)
            ? Optional.of(new FoundRecipe(recipe, encoded, Optional.empty()))
            : Optional.empty();
      }
      return user.keys().stream()
          .filter(
              key -> fits(encoded, Peppers.of(Map.of(Reading.PEPPER, key.bytes().toBytes())), user))
          .findFirst()
          .map(key -> new FoundRecipe(recipe, encoded, Optional.of(key)));
    } catch (BadRecipe e) {
      return Optional.empty();
    }
  }

  private static boolean fits(String encoded, Peppers peppers, Sample user) {
    RecipeScheme scheme = new RecipeScheme(CostBounds.DEFAULTS, peppers);
    return scheme.read(encoded) instanceof HashReading.Accepted accepted
        && scheme.verify(accepted.hash(), user.password().toBytes());
  }

  /** Whether a recipe makes the hash that a row's parts have. */
  static boolean fits(HashParts parts, Sample user) {
    Sample row =
        new Sample(
            parts.text(HashPart.HASH),
            Optional.of(parts.text(HashPart.SALT)),
            user.key(),
            user.login(),
            user.password());
    return of(parts.text(HashPart.RECIPE), row).isPresent();
  }

  /** Without the text, which is a secret. */
  @Override
  public String toString() {
    return "FoundRecipe[" + recipe.print() + "]";
  }
}
