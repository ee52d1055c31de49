package dev.muster.app.hash.recipe;

/**
 * Recipes that read a part of a pepper, such as {@code md5(first(pepper("a"), 1) + password)}: with
 * some of them, whoever can import and log in would learn the pepper byte by byte.
 */
final class PepperParts {

  private PepperParts() {}

  /** Whether a part of a pepper itself, not of a digest of it, is in the recipe. */
  static boolean canBeRead(Expression recipe) {
    boolean previous =
        recipe.nodes().anyMatch(node -> node instanceof Rounds each && shows(each.start(), false));
    return recipe
        .nodes()
        .anyMatch(
            node ->
                (node instanceof First || node instanceof Repeated)
                    && shows(node.operands().get(0), previous));
  }

  /**
   * Whether a pepper is in a value as it is.
   *
   * @param previous the same of the value of the round before
   */
  private static boolean shows(Expression expression, boolean previous) {
    if (expression instanceof Pepper) {
      return true;
    }
    if (expression == Source.PREVIOUS) {
      return previous;
    }
    return !expression.isOneWay()
        && expression.operands().stream().anyMatch(operand -> shows(operand, previous));
  }
}
