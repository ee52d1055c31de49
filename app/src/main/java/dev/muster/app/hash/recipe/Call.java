package dev.muster.app.hash.recipe;

/** Writes calls of functions in the grammar of recipes. */
public final class Call {

  private Call() {}

  /**
   * A call.
   *
   * @param arguments expressions, texts in the grammar of recipes, and numbers
   */
  public static String text(String function, Object... arguments) {
    StringBuilder text = new StringBuilder(function).append('(');
    String separator = "";
    for (Object argument : arguments) {
      text.append(separator);
      text.append(argument instanceof Expression expression ? expression.print() : argument);
      separator = ", ";
    }
    return text.append(')').toString();
  }
}
