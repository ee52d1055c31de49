package dev.muster.app.format.input;

import dev.muster.problem.Remark;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign that an input is UTF-7 (RFC 2152), which is ASCII with letters such as {@code +AOk-} for
 * é. It is not read.
 *
 * @param character what is in place of a character
 * @param line 1-based
 */
record Utf7(String character, long line) {

  private static final int ASCII_END = 0x80;

  /** A single character from U+00A0 to U+019F, and the hyphen after it. */
  private static final Pattern CHARACTER = Pattern.compile("\\+A[K-Z][AEIMQUYcgkosw048]-");

  private static final String UNDERSCORE = "+AF8-";

  /** Whether a character set's name is one of UTF-7. */
  static boolean isName(String name) {
    return name.strip().matches("(?i)(utf[-_]?7|unicode-1-1-utf-7|cp65000|u7)");
  }

  /**
   * A sign in a text: an underscore in its first line, where names of columns have it, or the first
   * character that is not ASCII. Empty if there is none, or if the text itself is not ASCII.
   *
   * @param text the beginning of an input
   */
  static Optional<Utf7> in(String text) {
    if (text.chars().anyMatch(c -> c >= ASCII_END)) {
      return Optional.empty();
    }
    if (text.lines().limit(1).anyMatch(header -> header.contains(UNDERSCORE))) {
      return Optional.of(new Utf7(UNDERSCORE, 1));
    }
    Matcher found = CHARACTER.matcher(text);
    return found.find()
        ? Optional.of(
            new Utf7(found.group(), (text.substring(0, found.start()) + '.').lines().count()))
        : Optional.empty();
  }

  /** Whether it is where names of columns are. */
  boolean isInHeader() {
    return line == 1;
  }

  /** What to do about the input. */
  String advice(InputFile input) {
    return Remark.UTF7.with(character, line, conversion(input));
  }

  /** The command that makes UTF-8 of UTF-7. */
  static String conversion(InputFile input) {
    return "iconv -f utf-7 -t utf-8 " + InputArgument.of(input) + " > utf-8.csv";
  }
}
