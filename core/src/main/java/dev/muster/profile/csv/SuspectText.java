package dev.muster.profile.csv;

import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are stored as they are, but that a program probably wrote in place of something else:
 * words for "no value", numbers whose last digits are lost, formulas, HTML. Cells with one are
 * warned about.
 */
public final class SuspectText {

  private static final int WORD_LENGTH_MAX = 7;
  private static final int NUMBER_LENGTH_MAX = 24;

  /** What databases and programs write for no value. Case matters: there are people named Null. */
  private static final Set<String> NOTHING =
      Set.of("NULL", "\\N", "(null)", "(NULL)", "<null>", "<NULL>", "[NULL]", "NaN");

  /** What spreadsheets show in place of a value. */
  private static final Set<String> ERRORS =
      Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!");

  private static final Pattern SHORTENED =
      Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?E\\+[0-9]{1,3}");

  private static final Pattern FORMULA = Pattern.compile("=([\"(+-]|[A-Za-z]+\\()");

  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}[0-9]{0,2});");

  /** Letters beyond ASCII as mail, URLs and JSON write them. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "=[C-F][0-9A-F]=[89AB][0-9A-F]|%[C-F][0-9A-F]%[89AB][0-9A-F]|\\\\u0[0-9a-fA-F]{3}");

  private SuspectText() {}

  /** Whether a text is what databases and programs write for no value, such as {@code NULL}. */
  public static boolean isNothing(String text) {
    return NOTHING.contains(text);
  }

  /**
   * A warning about a cell.
   *
   * @param text not empty
   * @return null if nobody will wonder
   */
  static @Nullable String warning(String text) {
    char first = text.charAt(0);
    if (first >= '0' && first <= '9') {
      return ofNumber(text);
    }
    if (text.length() <= WORD_LENGTH_MAX && "N\\(<[#".indexOf(first) >= 0) {
      return ofWord(text);
    }
    if (first == '=' && FORMULA.matcher(text).lookingAt()) {
      return Remark.FORMULA.with(shown(text));
    }
    if (text.length() > 2 && isInOtherQuotes(first, text.charAt(text.length() - 1))) {
      return Remark.OTHER_QUOTES.with(shown(text));
    }
    return ofCharacters(text);
  }

  private static boolean isInOtherQuotes(char first, char last) {
    return switch (first) {
      case '\'', '`' -> last == first;
      case '\u201c' -> last == '\u201d';
      case '\u201e' -> last == '\u201c' || last == '\u201d';
      case '\u2018' -> last == '\u2019';
      case '\u00ab' -> last == '\u00bb';
      default -> false;
    };
  }

  private static @Nullable String ofCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' && ENTITY.matcher(text).find()) {
        return Remark.ENTITY.with(shown(text));
      }
      boolean escape = c == '=' || c == '%' || c == '\\';
      if (escape && ESCAPED.matcher(text).find() && !text.contains("://")) {
        return Remark.ESCAPED.with(shown(text));
      }
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return Remark.CONTROL.with(shown(text));
      }
    }
    return null;
  }

  private static @Nullable String ofNumber(String text) {
    boolean shortened =
        text.length() <= NUMBER_LENGTH_MAX
            && text.indexOf('E') > 0
            && SHORTENED.matcher(text).matches();
    return shortened ? Remark.SHORTENED.with(shown(text)) : null;
  }

  private static @Nullable String ofWord(String text) {
    if (isNothing(text)) {
      return Remark.NOTHING.with(shown(text), text);
    }
    return ERRORS.contains(text) ? Remark.SHEET_ERROR.with(shown(text)) : null;
  }

  private static String shown(String text) {
    return ShownText.quoted(text);
  }
}
