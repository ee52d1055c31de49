package dev.muster.profile;

import dev.muster.user.Canonical;

/**
 * The syntax of e-mail addresses: a bare addr-spec of RFC 5322, section 3.4.1, with the characters
 * beyond ASCII that RFC 6532 adds. No display name, no angle brackets, no comment.
 *
 * <p>These pass: {@code a.b+c@example.com}, {@code "john doe"@example.com}, {@code
 * jörg@bücher.example}, {@code root@localhost}, {@code me@[192.0.2.1]}. These don't: {@code a@b@c},
 * {@code .a@b}, {@code a@b.}, {@code Me <me@example.com>}. A domain literal is an IPv4 address.
 */
public final class EmailSyntax {

  private static final String SPECIALS = "()<>[]:;@\\,\"";

  private EmailSyntax() {}

  /**
   * Tells whether a text is an address. One beyond ASCII must still be an address in its canonical
   * form, where a full-width {@code ＠} has become a second {@code @}.
   */
  public static boolean isAddress(String text) {
    return isAddrSpec(text)
        && (isAscii(text, 0, text.length()) || isAddrSpec(Canonical.shownEmail(text)));
  }

  private static boolean isAddrSpec(String text) {
    int at = text.startsWith("\"") ? endOfQuotedString(text) : endOfDotAtom(text, 0);
    return at > 0 && at < text.length() - 1 && text.charAt(at) == '@' && isDomain(text, at + 1);
  }

  private static boolean isDomain(String text, int from) {
    return text.charAt(from) == '['
        ? isIpv4Literal(text, from)
        : endOfDotAtom(text, from) == text.length();
  }

  /** The index after the dot-atom (RFC 5322, section 3.2.3) at an index; -1 if there is none. */
  private static int endOfDotAtom(String text, int from) {
    boolean atomDue = true;
    int i = from;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (atomDue) {
          return -1;
        }
        atomDue = true;
      } else if (isVisible(c) && SPECIALS.indexOf(c) < 0) {
        atomDue = false;
      } else {
        break;
      }
    }
    return atomDue ? -1 : i;
  }

  /** The index after the quoted string that a text begins with; -1 if it is empty or has no end. */
  private static int endOfQuotedString(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i == 1 ? -1 : i + 1;
      }
      if (c == '\\' && ++i < text.length()) {
        c = text.charAt(i);
      }
      if (c != ' ' && c != '\t' && !isVisible(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isIpv4Literal(String text, int from) {
    int numbers = 0;
    int number = -1;
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.max(0, number) * 10 + (c - '0');
      } else if (c == '.' || c == ']') {
        numbers++;
        if (c == ']') {
          return number >= 0 && numbers == 4 && i == text.length() - 1;
        }
        if (number < 0) {
          return false;
        }
        number = -1;
      } else {
        return false;
      }
      if (number > 255) {
        return false;
      }
    }
    return false;
  }

  private static boolean isVisible(char c) {
    return c < 0x80 ? c > ' ' && c < 0x7f : !Character.isSpaceChar(c) && !Character.isISOControl(c);
  }

  /** Whether a text is ASCII from index {@code from} to before {@code to}. */
  public static boolean isAscii(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
