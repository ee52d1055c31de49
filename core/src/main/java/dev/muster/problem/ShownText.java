package dev.muster.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of an input as messages show them. Texts that seem to be password hashes are not shown. */
public final class ShownText {

  private static final int CHARACTERS_MAX = 80;
  private static final int LONG_WORD = 200;
  private static final Pattern LONG = Pattern.compile("\\S{200,}");

  /** No character before the soft hyphen is invisible, except control characters. */
  private static final char FIRST_INVISIBLE = '\u00ad';

  private ShownText() {}

  /** The text in quotes, cut after 80 characters, with invisible characters as escapes. */
  public static String quoted(String text) {
    return "\"" + cut(text) + "\"";
  }

  /** The text, cut after 80 characters, with invisible characters as escapes. */
  public static String cut(String text) {
    if (SecretText.isHash(text)) {
      return SecretText.REDACTED;
    }
    int end = Math.min(text.length(), CHARACTERS_MAX);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder(CHARACTERS_MAX + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isInvisible(text, i) || Character.isISOControl(c)) {
        escape(out, c);
      } else {
        out.append(c);
      }
    }
    return end < text.length() ? out.append('…').toString() : out.toString();
  }

  /** A message in which words of more than 200 characters are cut after 80. */
  public static String withShortWords(String message) {
    return message.length() < LONG_WORD
        ? message
        : LONG.matcher(message).replaceAll(word -> Matcher.quoteReplacement(cut(word.group())));
  }

  /** The whole text with invisible characters as escapes; control characters stay. */
  public static String visible(String text) {
    int first = firstInvisible(text);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (isInvisible(text, i)) {
        escape(out, text.charAt(i));
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** The index of the first invisible character, such as a zero-width space; -1 if none. */
  public static int firstInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_INVISIBLE && isInvisible(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The first invisible character of a text, such as {@code U+200B, zero width space}. */
  public static String nameOfInvisible(String text) {
    int first = firstInvisible(text);
    if (first < 0) {
      return "";
    }
    int c = text.codePointAt(first);
    String name = Character.getName(c);
    return String.format(Locale.ROOT, "U+%04X", c)
        + (name == null ? "" : ", " + name.toLowerCase(Locale.ROOT));
  }

  /** Whether the character that a char belongs to has no glyph. */
  private static boolean isInvisible(String text, int index) {
    char c = text.charAt(index);
    if (c < FIRST_INVISIBLE) {
      return false;
    }
    boolean second =
        Character.isLowSurrogate(c)
            && index > 0
            && Character.isHighSurrogate(text.charAt(index - 1));
    return isInvisible(text.codePointAt(second ? index - 1 : index));
  }

  /**
   * Whether a character has no glyph: those of Unicode's category Format, and others that are
   * ignored when text is displayed (property Default_Ignorable_Code_Point). Variation selectors are
   * not among them: they belong to the emoji before them.
   */
  public static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034f // combining grapheme joiner
        || c == 0x115f // hangul fillers
        || c == 0x1160
        || c == 0x3164
        || c == 0xffa0
        || c == 0x2800; // braille pattern blank
  }

  private static void escape(StringBuilder out, char c) {
    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
  }
}
