package dev.muster.app.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong with a JSON text, by the message of its parser. */
final class SyntaxWords {

  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.)' \\(code \\d+.*", Pattern.DOTALL);

  private static final Pattern WORD =
      Pattern.compile(
          "(?:Non-standard|Unrecognized) token '(-?(?:NaN|Infinity|INF)|True|False|None|undefined"
              + "|nil"
              + "|NULL|TRUE|FALSE)'.*",
          Pattern.DOTALL);

  private SyntaxWords() {}

  /** The error in plain words; null if there are none for it. */
  static @Nullable String of(String message) {
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return ofWord(word.group(1));
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return "the text ends in the middle of a value: it is cut off, or a bracket is missing";
    }
    if (message.startsWith("Illegal unquoted character")) {
      return "a text has a line break or another control character in it: write it as an escape,"
          + " such as \\n";
    }
    if (message.startsWith("Unrecognized character escape")) {
      return "a backslash is followed by a character that is no escape: write two backslashes for"
          + " one";
    }
    if (message.startsWith("Unexpected close marker")) {
      return "a bracket is closed by one of the other kind";
    }
    Matcher character = CHARACTER.matcher(message);
    return character.matches() ? ofCharacter(character.group(1).charAt(0), message) : null;
  }

  private static String ofWord(String word) {
    return switch (word) {
      case "True", "TRUE" -> word + " is no value of JSON: write true";
      case "False", "FALSE" -> word + " is no value of JSON: write false";
      default -> word + " is no value of JSON: write null, or leave the member out";
    };
  }

  private static @Nullable String ofCharacter(char c, String message) {
    if (c == '/' || c == '#') {
      return "there is a comment, which JSON does not have: remove it";
    }
    if (c == '\'' || c == '\u201c' || c == '\u201d' || c == '`') {
      return "a text or name is in the quotes " + c + ", and JSON has only \"";
    }
    if ((c == ']' && message.endsWith("expected a value"))
        || (c == '}' && message.contains("double-quote"))) {
      return "a comma is followed by " + c + ": remove the comma, or add what is missing";
    }
    if (message.contains("double-quote to start")) {
      return "a name is not in double quotes";
    }
    if (message.contains("expecting comma")) {
      return "a comma or a closing bracket is missing before " + shown(c);
    }
    return message.contains("colon")
        ? "a colon is missing after a name"
        : "a value is missing before " + shown(c) + ", or it is not written as JSON";
  }

  private static String shown(char c) {
    return Character.isLetterOrDigit(c) ? "this place" : String.valueOf(c);
  }
}
