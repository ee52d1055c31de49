package dev.muster.app.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain words what is wrong with a JSON text, by the message of its parser. Words of the
 * text are not repeated, because they may be secret.
 */
final class SyntaxWords {

  private static final Pattern CHARACTER =
      Pattern.compile("Unexpected character \\('(.{1,2})' \\(code \\d+.*", Pattern.DOTALL);

  private static final Pattern WORD =
      Pattern.compile(
          "(?:Non-standard|Unrecognized) token '(-?(?:NaN|Infinity|INF)|True|False|None|undefined"
              + "|nil"
              + "|NULL|TRUE|FALSE)'.*",
          Pattern.DOTALL);

  private static final String ENDS = "the text ends in the middle of a value: it is cut off";

  private static final String NO_VALUE =
      "there is something that is no value of JSON: texts are in double quotes, and everything else"
          + " is a number, true, false, null, or in brackets";

  private SyntaxWords() {}

  /** Whether the text ends too early. */
  static boolean isEnd(String message) {
    return message.startsWith("Unexpected end-of-input");
  }

  /**
   * Says that a document of records ends too early.
   *
   * @param complete how many records precede the end
   */
  static String cutOff(long complete) {
    return ENDS
        + (complete == 0 ? " before its first record ends" : " after record " + complete)
        + ", or a bracket is missing. Copy or export the file again, and compare its size";
  }

  /** The error in plain words. */
  static String of(String message) {
    if (isEnd(message)) {
      return ENDS + ", or a bracket is missing";
    }
    Matcher word = WORD.matcher(message);
    if (word.matches()) {
      return ofWord(word.group(1));
    }
    if (message.startsWith("Illegal unquoted character")) {
      return "a text has a line break or another control character in it: write it as an escape,"
          + " such as \\n";
    }
    if (message.startsWith("Illegal character")) {
      return "there is a control character outside of texts: remove it";
    }
    if (message.startsWith("Unrecognized character escape")) {
      return "a backslash is followed by a character that is no escape: write two backslashes for"
          + " one";
    }
    if (message.startsWith("Unexpected close marker")) {
      return message.contains("to close")
          ? "a bracket is closed that was not opened"
          : "a bracket is closed by one of the other kind";
    }
    if (message.startsWith("Invalid numeric value") || message.contains("in numeric value")) {
      return ofNumber(message);
    }
    Matcher character = CHARACTER.matcher(message);
    return character.matches() ? ofCharacter(character.group(1).codePointAt(0), message) : NO_VALUE;
  }

  private static String ofWord(String word) {
    return switch (word) {
      case "True", "TRUE" -> word + " is no value of JSON: write true";
      case "False", "FALSE" -> word + " is no value of JSON: write false";
      default -> word + " is no value of JSON: write null, or leave the member out";
    };
  }

  private static String ofNumber(String message) {
    if (message.contains("eading zero")) {
      return "a number begins with a zero: write it without, or in double quotes if it is no number"
          + " but a code";
    }
    return message.contains("plus sign")
        ? "a number begins with +: write it without, or in double quotes if it is a phone number"
        : "a number is not written as JSON writes it: write it like -1.5, or in double quotes if it"
            + " is a text";
  }

  private static String ofCharacter(int c, String message) {
    if (c == '/' || c == '#') {
      return "there is a comment, which JSON does not have: remove it";
    }
    if (c == '\'' || c == '\u2018' || c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '`') {
      return "a text or name is in the quotes " + Character.toString(c) + ", and JSON has only \"";
    }
    if (message.contains("hex-digit")) {
      return "\\u is not followed by four hexadecimal digits";
    }
    if (message.contains("hexadecimal number")) {
      return "a number is hexadecimal: write it as a decimal number, or in double quotes";
    }
    if ((c == ']' && message.endsWith("expected a value"))
        || (c == '}' && message.contains("double-quote"))) {
      return "a comma is followed by "
          + Character.toString(c)
          + ": remove the comma, or add what is missing";
    }
    if (message.contains("double-quote to start")) {
      return "a name is not in double quotes";
    }
    if (message.contains("expecting comma")) {
      return "a comma or a closing bracket is missing before " + shown(c);
    }
    if (c == ',' && message.endsWith("expected a value")) {
      return "a comma follows where a value is expected: remove it; a record a line has no comma"
          + " after it";
    }
    return message.contains("colon")
        ? "a colon is missing after a name"
        : "a value is missing before " + shown(c) + ", or it is not written as JSON";
  }

  private static String shown(int c) {
    boolean mark = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    return mark ? Character.toString(c) : "this place";
  }
}
