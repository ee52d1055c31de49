package dev.muster.app.format.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses the character set of names that are neither ASCII nor UTF-8. Each candidate is rated by
 * how much its letters look like those of names: accented letters stand alone among ASCII letters,
 * those of other scripts stand together, and symbols don't occur inside of words.
 */
final class CharsetGuess {

  private static final String ASSUMED = "windows-1252";

  private static final List<String> OTHERS =
      List.of(
          "windows-1250",
          "iso-8859-2",
          "windows-1251",
          "windows-1253",
          "windows-1255",
          "windows-1256",
          "koi8-r",
          "mac-roman",
          "cp850",
          "cp437",
          "cp852",
          "cp866",
          "shift_jis",
          "gb18030",
          "big5",
          "euc-kr");

  /** Letters that are frequent in European names. */
  private static final String FREQUENT = "áäãåæçèéêëíïñóôõöøúüßšžąćęłńśżčěřőűğışăț";

  /** Letters that are less frequent there. */
  private static final String ACCENTED = "àâìîðòùûýþÿœźďňťůșāēīūģķļņėįų";

  /** Other characters that are usual at the ends of words. */
  private static final String USUAL = "’´€«»“”–";

  /** Those that are usual inside of words. */
  private static final String APOSTROPHES = "’´";

  /** By how much a letter another charset must be better on average. */
  private static final double MARGIN = 1.0;

  /** Charsets whose ratings differ by no more are equally likely. */
  private static final double TIE = 0.25;

  private static final int NAMED_MAX = 2;

  private CharsetGuess() {}

  /**
   * The character sets that fit clearly better than windows-1252.
   *
   * @param words words with bytes beyond ASCII, separated by line feeds
   * @return their names for {@code --encoding}, the best one first; several if they fit equally
   *     well; mostly none
   */
  static List<String> of(byte[] words) {
    long beyond = 0;
    for (byte b : words) {
      beyond += b < 0 ? 1 : 0;
    }
    if (beyond == 0) {
      return List.of();
    }
    double least = Math.max(0, rating(words, ASSUMED, beyond) + MARGIN);
    Map<String, Double> ratings = new LinkedHashMap<>();
    double best = least;
    for (String name : OTHERS) {
      double rating = rating(words, name, beyond);
      ratings.put(name, rating);
      best = Math.max(best, rating);
    }
    double enough = Math.max(least, best - TIE);
    return ratings.entrySet().stream()
        .filter(each -> each.getValue() > least && each.getValue() >= enough)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(NAMED_MAX)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The mean rating of a byte beyond ASCII; negative if the words don't look like names. */
  private static double rating(byte[] words, String name, long beyond) {
    return Charsets.named(name)
        .flatMap(charset -> StrictText.decoded(words, charset))
        .map(text -> sumOfRatings(text) / beyond)
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static double sumOfRatings(String text) {
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        char before = i == 0 ? '\n' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
        sum += rating(c, before, after);
      }
    }
    return sum;
  }

  private static double rating(char c, char before, char after) {
    if (!Character.isLetter(c)) {
      boolean inside = Character.isLetter(before) && Character.isLetter(after);
      if (Character.isISOControl(c)) {
        return -4;
      }
      if (inside) {
        return APOSTROPHES.indexOf(c) >= 0 ? 1 : -3;
      }
      return USUAL.indexOf(c) >= 0 ? 1 : -1;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case LATIN -> ofLatin(c, before, after);
      case HAN, HIRAGANA, KATAKANA, HANGUL ->
          isAsciiLetter(before) || isAsciiLetter(after) ? -2 : 3;
      default -> isAsciiLetter(before) || isAsciiLetter(after) ? -3 : ofOther(c, before, after);
    };
  }

  /** Letters of other alphabets stand together; a capital begins a word. */
  private static double ofOther(char c, char before, char after) {
    if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
      return -2;
    }
    return Character.isLetter(before) || Character.isLetter(after) ? 2 : 0;
  }

  private static double ofLatin(char c, char before, char after) {
    char lower = Character.toLowerCase(c);
    if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
      return -3; // a capital inside of a word
    }
    if (Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after)) {
      return -2;
    }
    if (Character.isLetter(before) && before >= 0x80) {
      return 0; // accented letters hardly stand together
    }
    return FREQUENT.indexOf(lower) >= 0 ? 2 : ACCENTED.indexOf(lower) >= 0 ? 1.5 : 0;
  }

  private static boolean isAsciiLetter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }
}
