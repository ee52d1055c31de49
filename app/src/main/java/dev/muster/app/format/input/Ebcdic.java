package dev.muster.app.format.input;

import dev.muster.problem.Remark;
import java.util.Set;

/**
 * Recognises EBCDIC, the character sets of mainframes: their letters are other bytes than ASCII's,
 * a blank is 0x40, and lines end with 0x15 or 0x25. The sets differ in punctuation and accented
 * letters only (IBM code pages 37, 500 and 1047).
 */
final class Ebcdic {

  private static final int BLANK = 0x40;
  private static final int NEW_LINE = 0x15;
  private static final int LINE_FEED = 0x25;

  /** Punctuation of tables and addresses, the same in all sets, and tabs. */
  private static final Set<Integer> PUNCTUATION =
      Set.of(
          0x05, 0x0d, 0x4b, 0x4d, 0x4e, 0x50, 0x5c, 0x5d, 0x5e, 0x60, 0x61, 0x6b, 0x6c, 0x6d, 0x6f,
          0x7a, 0x7c, 0x7d, 0x7e, 0x7f);

  /** Of a hundred bytes, so many are usual characters. */
  private static final int USUAL_PERCENT = 90;

  private static final int LETTERS_PERCENT = 30;
  private static final int LENGTH_MIN = 16;

  private Ebcdic() {}

  /** Whether bytes are a text in EBCDIC, and not in a set that continues ASCII. */
  static boolean is(byte[] start) {
    int usual = 0;
    int letters = 0;
    for (byte each : start) {
      int b = each & 0xff;
      if (b == ' ' || b == '\n') {
        return false;
      }
      boolean letter = isLetter(b);
      letters += letter ? 1 : 0;
      usual += letter || isOther(b) ? 1 : 0;
    }
    return start.length >= LENGTH_MIN
        && usual * 100L >= (long) USUAL_PERCENT * start.length
        && letters * 100L >= (long) LETTERS_PERCENT * start.length;
  }

  private static boolean isLetter(int b) {
    int place = b & 0x0f;
    return b >= 0x80 && b < 0xf0 && place <= 9 && place > ((b & 0x20) == 0 ? 0 : 1);
  }

  private static boolean isOther(int b) {
    return b == BLANK
        || b == NEW_LINE
        || b == LINE_FEED
        || (b >= 0xf0 && b <= 0xf9)
        || PUNCTUATION.contains(b);
  }

  /**
   * What to do about a table in EBCDIC. Java's IBM1047 takes only 0x15 for a line end, the others
   * take both.
   *
   * @param start its first bytes
   */
  static String advice(byte[] start) {
    if (has(start, NEW_LINE) && !has(start, LINE_FEED)) {
      return Remark.EBCDIC.with("ibm1047", "cp500");
    }
    return has(start, LINE_FEED) || has(start, '\r')
        ? Remark.EBCDIC.with("cp500", "ibm037")
        : Remark.EBCDIC_WITHOUT_LINES.with();
  }

  private static boolean has(byte[] bytes, int wanted) {
    for (byte b : bytes) {
      if ((b & 0xff) == wanted) {
        return true;
      }
    }
    return false;
  }
}
