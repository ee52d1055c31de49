package dev.muster.profile.csv;

import dev.muster.profile.EmailSyntax;

/**
 * The additional rules of Django's form field for e-mail addresses (Django documentation,
 * EmailValidator). Of the addresses that RFC 5322 allows, it rejects those with white space, with a
 * local part that isn't ASCII, and with a domain that is not a DNS name or has no dot, except
 * {@code localhost} and an address in brackets.
 */
final class EmailField {

  private static final int LENGTH_MAX = 320;

  private static final int LABEL_LENGTH_MAX = 63;

  private EmailField() {}

  /**
   * Whether the field accepts an address.
   *
   * @param address valid by RFC 5322
   */
  static boolean takes(String address) {
    int at = address.lastIndexOf('@');
    return address.length() <= LENGTH_MAX
        && EmailSyntax.isAscii(address, 0, at)
        && address.indexOf(' ') < 0
        && address.indexOf('\t') < 0
        && (address.charAt(at + 1) == '['
            || address.substring(at + 1).equalsIgnoreCase("localhost")
            || isName(address, at + 1));
  }

  private static boolean isName(String text, int from) {
    int start = from;
    for (int dot = text.indexOf('.', start); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isLabel(text, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    boolean tooShort = text.length() - start < 2 && EmailSyntax.isAscii(text, start, text.length());
    return start > from && !tooShort && isLabel(text, start, text.length());
  }

  /**
   * Whether a range of a text is a DNS label: letters, digits and inner hyphens; characters beyond
   * ASCII are allowed, because DNS has an encoding for them.
   */
  private static boolean isLabel(String text, int from, int to) {
    if (from == to
        || text.charAt(from) == '-'
        || text.charAt(to - 1) == '-'
        || (to - from > LABEL_LENGTH_MAX && EmailSyntax.isAscii(text, from, to))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80 && c != '-' && !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
