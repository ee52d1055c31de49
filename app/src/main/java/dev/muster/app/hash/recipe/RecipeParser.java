package dev.muster.app.hash.recipe;

import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads recipes.
 *
 * <pre>
 * recipe = sum
 * sum    = term { "+" term }
 * term   = TEXT | value | name "(" argument { "," argument } ")" | "(" sum ")"
 * value  = "password" | "salt" | "login" | "previous"
 * </pre>
 *
 * <p>An argument is a sum, a number, or a text. The outermost name may also be that of a scheme.
 */
final class RecipeParser {

  /** Rounds in rounds; what is computed about a recipe doubles with each level. */
  private static final int NESTED_ROUNDS_MAX = 2;

  private static final List<String> VALUES = List.of("password", "salt", "login");

  private final Tokens tokens;
  private int nodes;
  private int rounds;

  private RecipeParser(Tokens tokens) {
    this.tokens = tokens;
  }

  static Recipe parse(String text) throws BadRecipe {
    if (text.length() > Recipe.LENGTH_MAX) {
      throw new BadRecipe(
          HashPart.RECIPE, "A recipe has at most " + Recipe.LENGTH_MAX + " characters.");
    }
    Tokens tokens = new Tokens(text);
    RecipeParser parser = new RecipeParser(tokens);
    Optional<String> scheme = parser.scheme();
    Expression expression = parser.sum();
    if (scheme.isPresent()) {
      parser.close();
    }
    if (tokens.kind() != Tokens.Kind.END) {
      throw BadRecipe.at(tokens.start(), "expected + or the end.");
    }
    return Recipe.checked(scheme, expression);
  }

  /** Reads the name of a scheme and the parenthesis after it, if the recipe begins so. */
  private Optional<String> scheme() throws BadRecipe {
    String name = tokens.value();
    if (tokens.kind() != Tokens.Kind.NAME
        || Functions.named(name).isPresent()
        || WrappedSchemes.named(name).isEmpty()) {
      return Optional.empty();
    }
    tokens.next();
    open();
    return Optional.of(name);
  }

  /** Reads values with plus signs between them. */
  Expression sum() throws BadRecipe {
    List<Expression> terms = new ArrayList<>();
    terms.add(term());
    while (tokens.isSign('+')) {
      tokens.next();
      terms.add(term());
    }
    return Sum.of(terms);
  }

  /** Reads the expression of each round. */
  Expression step() throws BadRecipe {
    if (rounds == NESTED_ROUNDS_MAX) {
      throw BadRecipe.at(tokens.start(), "rounds can be in rounds, but no deeper.");
    }
    rounds++;
    Expression step = sum();
    rounds--;
    return step;
  }

  private Expression term() throws BadRecipe {
    int start = tokens.start();
    nodes++;
    if (nodes > Recipe.NODES_MAX) {
      throw BadRecipe.at(start, "a recipe has at most " + Recipe.NODES_MAX + " parts.");
    }
    if (tokens.isSign('(')) {
      tokens.next();
      Expression inner = sum();
      close();
      return inner;
    }
    String word = tokens.value();
    switch (tokens.kind()) {
      case TEXT -> {
        tokens.next();
        return new Text(word);
      }
      case NAME -> {
        tokens.next();
        return tokens.isSign('(') ? function(word, start) : source(word, start);
      }
      default -> throw BadRecipe.at(start, "expected a value, a function or a text in quotes.");
    }
  }

  private Expression source(String word, int start) throws BadRecipe {
    for (Source source : Source.values()) {
      if (source.print().equals(word)) {
        if (source == Source.PREVIOUS && rounds == 0) {
          throw BadRecipe.at(start, "previous can be in the last argument of rounds only.");
        }
        return source;
      }
    }
    throw Functions.named(word).isPresent()
        ? BadRecipe.at(start, "expected ( after the name of this function.")
        : BadRecipe.at(start, "there is no such value; there are password, salt and login.")
            .instead(word, VALUES);
  }

  private Expression function(String word, int start) throws BadRecipe {
    Optional<Functions.Function> function = Functions.named(word);
    if (function.isEmpty()) {
      throw WrappedSchemes.named(word).isPresent()
          ? BadRecipe.at(start, "a scheme can only be outermost, around everything else.")
          : BadRecipe.at(start, "there is no such function; docs/hashes.md has them all.")
              .instead(word, Functions.names());
    }
    open();
    Expression expression = function.get().read(new Arguments(this, tokens));
    close();
    return expression;
  }

  private void open() throws BadRecipe {
    require('(');
  }

  private void close() throws BadRecipe {
    require(')');
  }

  private void require(char sign) throws BadRecipe {
    if (!tokens.isSign(sign)) {
      throw BadRecipe.at(tokens.start(), "expected " + sign + ".");
    }
    tokens.next();
  }
}
