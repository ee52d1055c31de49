package dev.muster.app.hash.scheme;

import java.util.regex.Pattern;

/** What the characters of a piece of a hash are. */
enum Characters {
  DIGITS("a digit", "[^0-9]", '1'),
  HEX("a hex digit", "[^0-9A-Fa-f]", '0'),
  BASE64("one of base64", "[^0-9A-Za-z+/=._-]", 'A'),
  /** A word, such as the name of a digest. */
  NAME("a letter or digit", "[^0-9A-Za-z-]", 'a'),
  ANY("possible there", "(?!)", 'a');

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,11}");
  private static final Pattern HEX_DIGITS = Pattern.compile("(?:[0-9A-Fa-f]{2}){8,}");
  private static final int NUMBER_LENGTH_MAX = 10;

  private final String words;
  private final Pattern others;
  private final char zero;

  Characters(String words, String others, char zero) {
    this.words = words;
    this.others = Pattern.compile(others);
    this.zero = zero;
  }

  /** What the characters of a piece that is sound are. */
  static Characters of(String good) {
    if (good.length() <= NUMBER_LENGTH_MAX && isOnly(DIGITS, good)) {
      return DIGITS;
    }
    if (HEX_DIGITS.matcher(good).matches()) {
      return HEX;
    }
    if (WORD.matcher(good).matches()) {
      return NAME;
    }
    return isOnly(BASE64, good) ? BASE64 : ANY;
  }

  private static boolean isOnly(Characters kind, String text) {
    return !text.isEmpty() && !kind.others.matcher(text).find();
  }

  String words() {
    return words;
  }

  /** One of these characters. */
  char zero() {
    return zero;
  }

  /** The text with one of these characters in place of all others. */
  String cleaned(String text) {
    return others.matcher(text).replaceAll(String.valueOf(zero));
  }
}
