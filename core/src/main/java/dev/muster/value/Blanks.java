package dev.muster.value;

import java.util.ArrayList;
import java.util.List;

/**
 * White space in Authentic2's tables: all Unicode white space, including the no-break spaces that
 * spreadsheets and web pages leave behind.
 */
public final class Blanks {

  private Blanks() {}

  /** The text without white space at its ends; the same object if it has none. */
  public static String strip(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  /** The words between runs of white space; none in a blank text. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBlank(text.charAt(i))) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isBlank(char c) {
    if (c > ' ' && c < 0x85) {
      return false;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
