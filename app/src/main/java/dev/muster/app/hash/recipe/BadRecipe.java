package dev.muster.app.hash.recipe;

import dev.muster.password.HashPart;
import java.io.Serial;

/** A recipe that can't be used, or a hash or salt that does not fit it. */
public final class BadRecipe extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final HashPart part;

  /**
   * A problem.
   *
   * @param part what is wrong: the recipe itself, the hash, the salt or the login
   * @param message what is wrong, as a sentence without any part of the recipe or the hash
   */
  BadRecipe(HashPart part, String message) {
    super(message, null, false, false);
    this.part = part;
  }

  /**
   * A problem at a place of a recipe.
   *
   * @param index 0-based, in UTF-16 code units
   */
  static BadRecipe at(int index, String message) {
    return new BadRecipe(HashPart.RECIPE, "Character " + (index + 1) + ": " + message);
  }

  public HashPart part() {
    return part;
  }

  /** What is wrong, without any secret. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
