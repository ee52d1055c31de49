package dev.muster.profile.csv;

import dev.muster.problem.Remark;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that mean "no" to people, but true to Authentic2, to which everything is true except an
 * empty cell, {@code 0} and {@code false}. Rows with such a cell are warned about.
 */
final class NegativeWords {

  private static final int LENGTH_MAX = 12;

  private static final Set<String> WORDS =
      Set.of(
          "n",
          "no",
          "not",
          "non",
          "nein",
          "nee",
          "nej",
          "nei",
          "não",
          "nao",
          "ne",
          "nie",
          "ei",
          "нет",
          "ні",
          "いいえ",
          "否",
          "f",
          "off",
          "aus",
          "faux",
          "falsch",
          "falso",
          "falsa",
          "fals",
          "onwaar",
          "null",
          "nil",
          "none",
          "nan",
          "undefined",
          "unset",
          "never",
          "disabled",
          "inactive",
          "inactif",
          "inaktiv",
          "inactivo",
          "inativo",
          "unchecked",
          "n/a",
          "na",
          "n.a.",
          "#n/a",
          "-",
          "--",
          "–",
          "—",
          "✗",
          "✘",
          "☐");

  private NegativeWords() {}

  /** A warning about a cell that counts as true; null if nobody will wonder. */
  static @Nullable String warning(String text) {
    return isNegative(text) ? Remark.NEGATIVE.with(text, text) : null;
  }

  private static boolean isNegative(String text) {
    if (text.length() > LENGTH_MAX || !ValueParser.isTrue(text)) {
      return false;
    }
    return isZero(text) || WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether it is a number of zeros: {@code 00}, {@code 0.0}, {@code -0}. */
  private static boolean isZero(String text) {
    boolean zero = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      zero |= c == '0';
      if (c != '0' && c != '.' && c != ',' && c != '-' && c != '+') {
        return false;
      }
    }
    return zero;
  }
}
