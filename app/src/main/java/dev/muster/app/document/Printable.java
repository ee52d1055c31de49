package dev.muster.app.document;

import java.util.Locale;

/** Makes text from inputs safe to print: control characters are escaped. */
public final class Printable {

  private Printable() {}

  /** The text with control characters escaped as {@code \\u001b}, including line ends. */
  public static String of(String text) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("\\n");
      } else if (isControl(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * Whether a character is a control character or a bidirectional mark, which reorders displayed
   * text (Unicode Standard Annex 9).
   */
  private static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
