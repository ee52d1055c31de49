package dev.muster.profile.csv;

import java.util.Locale;
import java.util.regex.Pattern;

/** What to change in a cell that has an e-mail address and something else. */
final class EmailAdvice {

  private static final int LENGTH_MAX = 1000;

  /** A blank where the words of an address meet, so that it does not follow a name. */
  private static final Pattern BLANK_INSIDE = Pattern.compile("\\s[@.]|[@.]\\s");

  private EmailAdvice() {}

  /**
   * The advice, a sentence without a value of the cell.
   *
   * @param text not a valid address
   * @return empty if nothing is known to help
   */
  static String of(String text) {
    if (text.length() > LENGTH_MAX) {
      return "";
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
      return isAddress(text.substring("mailto:".length())) ? "Leave mailto: out." : "";
    }
    int open = text.indexOf('<');
    if (open >= 0 && text.endsWith(">") && isAddress(text.substring(open + 1, text.length() - 1))) {
      return "Keep only the address between < and >.";
    }
    if (text.endsWith(".") && isAddress(text.substring(0, text.length() - 1))) {
      return "Leave the full stop at its end out.";
    }
    String[] parts = text.split("[;,/|\\s]+", -1);
    if (parts.length > 1) {
      return partsAdvice(text, parts);
    }
    return isAddress(text.replace('\uff20', '@')) ? "Write @ instead of \uff20." : "";
  }

  private static String partsAdvice(String text, String[] parts) {
    for (String part : parts) {
      if (!isAddress(part)) {
        return BLANK_INSIDE.matcher(text).find() && isAddress(text.replaceAll("\\s+", ""))
            ? "Leave the blank in it out."
            : "";
      }
    }
    return "It has several addresses: keep one.";
  }

  private static boolean isAddress(String text) {
    return ValueParser.isEmail(text.strip());
  }
}
