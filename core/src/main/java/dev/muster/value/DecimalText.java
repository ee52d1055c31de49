package dev.muster.value;

/**
 * The canonical text of a decimal number: equal numbers have equal texts, and no digit is lost.
 *
 * <pre>
 *   1e3, 1000.0, 1000 -&gt; 1000
 *   -0.50             -&gt; -0.5
 *   1e999999999       -&gt; 1e999999999
 * </pre>
 *
 * <p>A number is written without an exponent if that adds few zeros; otherwise as an integer
 * without trailing zeros, and an exponent.
 */
public final class DecimalText {

  /**
   * Integers of at most this many characters are canonical as they are. SQL of the stores relies on
   * it.
   */
  public static final int PLAIN_MAX = 64;

  /** A number whose exponent has more digits is left unchanged. */
  private static final int EXPONENT_DIGITS_MAX = 17;

  private DecimalText() {}

  /**
   * The canonical text of a number.
   *
   * @param literal a JSON number
   */
  public static String of(String literal) {
    return isPlainInteger(literal) ? literal : canonical(literal);
  }

  /** Whether a number is canonical already, the usual case. */
  private static boolean isPlainInteger(String literal) {
    int digits = literal.startsWith("-") ? 1 : 0;
    if (literal.length() > PLAIN_MAX || literal.length() == digits) {
      return false;
    }
    for (int i = digits; i < literal.length(); i++) {
      if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
        return false;
      }
    }
    return literal.charAt(digits) != '0' || literal.equals("0");
  }

  private static String canonical(String literal) {
    int mark = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    String mantissa = mark < 0 ? literal : literal.substring(0, mark);
    String sign = mantissa.startsWith("-") ? "-" : "";
    String unsigned = mantissa.substring(sign.length());
    int point = unsigned.indexOf('.');
    int fraction = point < 0 ? 0 : unsigned.length() - point - 1;
    String all =
        point < 0 ? unsigned : unsigned.substring(0, point) + unsigned.substring(point + 1);
    int begin = 0;
    while (begin < all.length() && all.charAt(begin) == '0') {
      begin++;
    }
    if (begin == all.length()) {
      return "0";
    }
    int end = all.length();
    while (all.charAt(end - 1) == '0') {
      end--;
    }
    String digits = all.substring(begin, end);
    String exponentText = mark < 0 ? "0" : significant(literal.substring(mark + 1));
    if (exponentText.length() > EXPONENT_DIGITS_MAX) {
      return literal;
    }
    long exponent = Long.parseLong(exponentText);
    return sign + written(digits, exponent - fraction + (all.length() - end));
  }

  /** An integer without plus sign and leading zeros. */
  private static String significant(String integer) {
    String sign = integer.startsWith("-") ? "-" : "";
    int begin = integer.startsWith("-") || integer.startsWith("+") ? 1 : 0;
    while (begin < integer.length() - 1 && integer.charAt(begin) == '0') {
      begin++;
    }
    return sign + integer.substring(begin);
  }

  /** The number {@code digits} · 10^{@code exponent}. */
  private static String written(String digits, long exponent) {
    if (exponent >= 0) {
      return exponent <= PLAIN_MAX ? digits + "0".repeat((int) exponent) : digits + "e" + exponent;
    }
    long whole = digits.length() + exponent; // digits before the point
    if (whole > 0) {
      return digits.substring(0, (int) whole) + "." + digits.substring((int) whole);
    }
    return -whole <= PLAIN_MAX ? "0." + "0".repeat((int) -whole) + digits : digits + "e" + exponent;
  }
}
