package dev.muster.app.format.input;

/**
 * Checks that bytes are well-formed UTF-8 (Unicode Standard, table 3-7: no overlong forms, no
 * surrogates, nothing above U+10FFFF), piece by piece. For one thread.
 */
public final class Utf8Check {

  private int due; // continuation bytes still missing in the current character
  private int low; // bounds of the next continuation byte
  private int high;
  private long line = 1;

  /**
   * The index of the first invalid byte; the text's length if its last character is incomplete; -1
   * if it is valid.
   */
  public static int firstInvalid(byte[] text) {
    Utf8Check check = new Utf8Check();
    int invalid = check.firstInvalid(text, 0, text.length);
    return invalid < 0 && !check.isComplete() ? text.length : invalid;
  }

  /**
   * Checks the next piece.
   *
   * @return the index of its first invalid byte; -1 if there is none
   */
  public int firstInvalid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (due == 0) {
        i = afterAscii(bytes, i, to);
        if (i < to && !begin(bytes[i] & 0xff)) {
          return i;
        }
      } else if ((bytes[i] & 0xff) < low || (bytes[i] & 0xff) > high) {
        return i;
      } else {
        expect(due - 1, 0x80, 0xbf);
      }
      i++;
    }
    return -1;
  }

  /** False in the middle of a character. */
  boolean isComplete() {
    return due == 0;
  }

  /** The 1-based line of the byte after those taken. */
  long line() {
    return line;
  }

  /** Skips ASCII bytes. Inputs are mostly ASCII, so this loop determines the time of a survey. */
  private int afterAscii(byte[] bytes, int from, int to) {
    int lines = 0;
    int i = from;
    for (; i < to && bytes[i] >= 0; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    line += lines;
    return i;
  }

  private boolean begin(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return false;
    }
    if (lead < 0xe0) {
      expect(1, 0x80, 0xbf);
    } else if (lead < 0xf0) {
      expect(2, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
    } else {
      expect(3, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
    }
    return true;
  }

  private void expect(int count, int least, int greatest) {
    due = count;
    low = least;
    high = greatest;
  }
}
