package dev.muster.app.hash.recipe;

import dev.muster.password.HashPart;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A recipe that can't be used, or a hash or salt that does not fit it. */
public final class BadRecipe extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final HashPart part;
  private final String word;
  private final transient List<String> known;

  /**
   * A problem.
   *
   * @param part what is wrong: the recipe itself, the hash, the salt or the login
   * @param message what is wrong, as a sentence without any part of the recipe or the hash
   */
  BadRecipe(HashPart part, String message) {
    this(part, message, "", List.of());
  }

  private BadRecipe(HashPart part, String message, String word, List<String> known) {
    super(message, null, false, false);
    this.part = part;
    this.word = word;
    this.known = known;
  }

  /**
   * A problem at a place of a recipe.
   *
   * @param index 0-based, in UTF-16 code units
   */
  static BadRecipe at(int index, String message) {
    return new BadRecipe(HashPart.RECIPE, "Character " + (index + 1) + ": " + message);
  }

  /** The same problem with a word that may be a slip for a known one. */
  BadRecipe instead(String unknown, Collection<String> names) {
    return new BadRecipe(part, message(), unknown, List.copyOf(names));
  }

  public HashPart part() {
    return part;
  }

  /**
   * What is wrong, with the known word that may have been meant. Without any secret.
   *
   * @param nearest the one of many known words that is most similar to an unknown one
   */
  public String message(BiFunction<String, Collection<String>, Optional<String>> nearest) {
    return message()
        + nearest.apply(word, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  /** What is wrong, without any secret. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
