package dev.muster.problem;

import java.util.Locale;

/** Texts of an input as messages show them. */
public final class ShownText {

  private static final int CHARACTERS_MAX = 80;

  private ShownText() {}

  /** The text in quotes, cut after 80 characters, with invisible characters as escapes. */
  public static String quoted(String text) {
    return "\"" + cut(text) + "\"";
  }

  /** The text, cut after 80 characters, with invisible characters as escapes. */
  public static String cut(String text) {
    StringBuilder out = new StringBuilder(CHARACTERS_MAX + 1);
    int end = Math.min(text.length(), CHARACTERS_MAX);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isInvisible(c) || Character.isISOControl(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return end < text.length() ? out.append('…').toString() : out.toString();
  }

  /** Whether a character has no glyph, such as a zero-width space or a byte order mark. */
  public static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** The first invisible character of a text, such as {@code U+200B, zero width space}. */
  public static String nameOfInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        return String.format(
            Locale.ROOT, "U+%04X, %s", (int) c, Character.getName(c).toLowerCase(Locale.ROOT));
      }
    }
    return "";
  }
}
