package dev.muster.app.hash.recipe;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recipes by their texts, so that a recipe of many hashes is parsed once. Keeps a limited number.
 * Thread-safe.
 */
public final class ParsedRecipes {

  private static final int KEPT_MAX = 128;

  private final Map<String, Recipe> byText = new ConcurrentHashMap<>();

  /** The recipe of a text, see {@link Recipe#parse}. */
  public Recipe of(String text) throws BadRecipe {
    Recipe known = byText.get(text);
    if (known != null) {
      return known;
    }
    Recipe parsed = Recipe.parse(text);
    if (byText.size() >= KEPT_MAX) {
      byText.clear();
    }
    byText.put(text, parsed);
    return parsed;
  }

  /** The recipe of a text as {@link Recipe#print} prints it; empty for any other text. */
  Optional<Recipe> printed(String text) {
    try {
      return Optional.of(of(text)).filter(recipe -> recipe.print().equals(text));
    } catch (BadRecipe e) {
      return Optional.empty();
    }
  }
}
