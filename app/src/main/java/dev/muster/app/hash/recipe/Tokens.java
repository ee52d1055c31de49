package dev.muster.app.hash.recipe;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, quoted texts and signs of a recipe, one after the other. */
final class Tokens {

  /** What the current token is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String SIGNS = "(),+";
  private static final int CODE_DIGITS = 4;
  private static final int HEX = 16;

  private final String recipe;
  private int start;
  private int end;
  private Kind kind = Kind.END;
  private String value = "";

  Tokens(String recipe) throws BadRecipe {
    this.recipe = recipe;
    next();
  }

  /** Where the current token starts, 0-based. */
  int start() {
    return start;
  }

  Kind kind() {
    return kind;
  }

  /** The current token; of a quoted text, the text itself. */
  String value() {
    return value;
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && value.charAt(0) == sign;
  }

  /** Goes on to the next token. */
  void next() throws BadRecipe {
    start = matched(SPACE, end);
    if (start == recipe.length()) {
      found(Kind.END, start);
    } else if (recipe.charAt(start) == '"') {
      text();
    } else if (SIGNS.indexOf(recipe.charAt(start)) >= 0) {
      found(Kind.SIGN, start + 1);
    } else if (matched(NAME, start) > start) {
      found(Kind.NAME, matched(NAME, start));
    } else if (matched(NUMBER, start) > start) {
      found(Kind.NUMBER, matched(NUMBER, start));
    } else {
      throw BadRecipe.at(start, "this character can be in a text in quotes only.");
    }
  }

  private void found(Kind found, int until) {
    kind = found;
    end = until;
    value = recipe.substring(start, until);
  }

  private int matched(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(recipe).region(from, recipe.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  private void text() throws BadRecipe {
    StringBuilder text = new StringBuilder();
    int at = start + 1;
    while (at < recipe.length() && recipe.charAt(at) != '"') {
      char letter = recipe.charAt(at);
      if (letter == '\\') {
        at = escaped(at + 1, text);
      } else if (Text.isCoded(letter)) {
        throw BadRecipe.at(at, "write a control character as \\u and four hex digits.");
      } else {
        text.append(letter);
        at++;
      }
    }
    if (at == recipe.length()) {
      throw BadRecipe.at(start, "this text has no closing quote.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw BadRecipe.at(start, "this text has a half of a surrogate pair.");
    }
    found(Kind.TEXT, at + 1);
    value = text.toString();
  }

  /** Reads what follows a backslash; returns where the rest begins. */
  private int escaped(int at, StringBuilder text) throws BadRecipe {
    char letter = at < recipe.length() ? recipe.charAt(at) : ' ';
    if (letter == '"' || letter == '\\') {
      text.append(letter);
      return at + 1;
    }
    int until = at + 1 + CODE_DIGITS;
    if (letter == 'u' && until <= recipe.length() && isHex(recipe.substring(at + 1, until))) {
      text.append((char) Integer.parseInt(recipe.substring(at + 1, until), HEX));
      return until;
    }
    throw BadRecipe.at(at - 1, "after a backslash there must be \", \\ or u and four hex digits.");
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0 && digit < 128);
  }
}
