package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.Decimal;
import java.util.regex.Pattern;

/** The arguments of a function, read from left to right. */
final class Arguments {

  private final RecipeParser parser;
  private final Tokens tokens;
  private boolean first = true;
  private int start;

  Arguments(RecipeParser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  /** The next argument, which has a value of bytes. */
  Expression expression() throws BadRecipe {
    separate("a value");
    return parser.sum();
  }

  /** The next argument, in which {@code previous} may be used. */
  Expression step() throws BadRecipe {
    separate("a value");
    return parser.step();
  }

  /** The next argument, a number in decimal without a leading zero. */
  long number(long least, long greatest) throws BadRecipe {
    String expected = "a whole number from " + least + " to " + greatest;
    separate(expected);
    if (tokens.kind() != Tokens.Kind.NUMBER || !Decimal.isOne(tokens.value())) {
      throw BadRecipe.at(start, "expected " + expected + ".");
    }
    long number = Decimal.parse(tokens.value());
    if (number < least || number > greatest) {
      throw BadRecipe.at(start, "expected " + expected + ".");
    }
    tokens.next();
    return number;
  }

  /** The next argument, a text in quotes. */
  String text(Pattern form, String expected) throws BadRecipe {
    separate(expected);
    String text = tokens.value();
    if (tokens.kind() != Tokens.Kind.TEXT || !form.matcher(text).matches()) {
      throw BadRecipe.at(start, "expected " + expected + ".");
    }
    tokens.next();
    return text;
  }

  /** A problem with the argument that was read last. */
  BadRecipe problem(String message) {
    return BadRecipe.at(start, message);
  }

  private void separate(String expected) throws BadRecipe {
    if (!first) {
      if (!tokens.isSign(',')) {
        throw BadRecipe.at(tokens.start(), "expected a comma and " + expected + ".");
      }
      tokens.next();
    }
    first = false;
    start = tokens.start();
  }
}
