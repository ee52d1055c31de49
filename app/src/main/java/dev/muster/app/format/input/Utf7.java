package dev.muster.app.format.input;

import dev.muster.problem.Remark;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises UTF-7 (RFC 2152), which is ASCII with letters such as {@code +AOk-} for é. It is not
 * read.
 */
final class Utf7 {

  /** A single character below U+0680, and the hyphen after it. */
  private static final Pattern CHARACTER = Pattern.compile("\\+A[A-Z][AEIMQUYcgkosw048]-");

  private Utf7() {}

  /** Whether a character set's name is one of UTF-7. */
  static boolean isName(String name) {
    return name.strip().matches("(?i)(utf[-_]?7|unicode-1-1-utf-7|cp65000|u7)");
  }

  /**
   * What to do about an input that seems to be UTF-7; empty for others.
   *
   * @param text its beginning
   */
  static Optional<String> advice(String text, InputFile input) {
    Matcher found = CHARACTER.matcher(text);
    return found.find()
        ? Optional.of(
            Remark.UTF7.with(
                found.group(),
                (text.substring(0, found.start()) + '.').lines().count(),
                conversion(input)))
        : Optional.empty();
  }

  /** The command that makes UTF-8 of UTF-7. */
  static String conversion(InputFile input) {
    return "iconv -f utf-7 -t utf-8 " + InputArgument.of(input) + " > utf-8.csv";
  }
}
