package dev.muster.app.hash.scheme;

import java.util.regex.Pattern;

/** Cost parameters in decimal: ASCII digits, no sign, no leading zero. */
public final class Decimal {

  /** The regular expression of such a number. */
  public static final String PATTERN = "(?:0|[1-9][0-9]*)";

  private static final int SAFE_DIGIT_COUNT = 18;
  private static final int SAFE_HEX_DIGIT_COUNT = 15;
  private static final Pattern FORM = Pattern.compile(PATTERN);

  private Decimal() {}

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The value of a text that fits {@link #PATTERN}, or {@link Long#MAX_VALUE} if it has too many
   * digits. That exceeds every limit.
   */
  public static long parse(String digits) {
    return digits.length() > SAFE_DIGIT_COUNT ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** The same for lower-case hexadecimal digits without leading zeros. */
  public static long parseHex(String digits) {
    return digits.length() > SAFE_HEX_DIGIT_COUNT ? Long.MAX_VALUE : Long.parseLong(digits, 16);
  }
}
