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

  private final Map<String, Parsed> byText = new ConcurrentHashMap<>();

  /**
   * A recipe that was read.
   *
   * @param printed whether its text is that which {@link Recipe#print} prints
   */
  private record Parsed(Recipe recipe, boolean printed) {}

  /** The recipe of a text, see {@link Recipe#parse}. */
  public Recipe of(String text) throws BadRecipe {
    return parsed(text).recipe;
  }

  /** The recipe of a text as {@link Recipe#print} prints it; empty for any other text. */
  Optional<Recipe> printed(String text) {
    try {
      Parsed parsed = parsed(text);
      return parsed.printed ? Optional.of(parsed.recipe) : Optional.empty();
    } catch (BadRecipe e) {
      return Optional.empty();
    }
  }

  private Parsed parsed(String text) throws BadRecipe {
    Parsed known = byText.get(text);
    if (known != null) {
      return known;
    }
    Recipe recipe = Recipe.parse(text);
    Parsed parsed = new Parsed(recipe, recipe.print().equals(text));
    if (byText.size() >= KEPT_MAX) {
      byText.clear();
    }
    byText.put(text, parsed);
    return parsed;
  }
}
