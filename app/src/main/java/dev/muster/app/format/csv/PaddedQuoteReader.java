package dev.muster.app.format.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Removes the blanks around quoted cells of a table's text: {@code ann, "Bell, A" ,x} becomes
 * {@code ann,"Bell, A",x}. Line ends stay, so that lines keep their numbers. Quotes inside of other
 * cells are plain data: {@code ann, 5" screw} is unchanged. For one thread.
 */
final class PaddedQuoteReader extends Reader {

  private static final int BLOCK_CHARACTERS = 1 << 14;
  private static final int END = -1;

  private final Reader in;
  private final char delimiter;
  private final int cellMax;
  private char[] window = new char[2 * BLOCK_CHARACTERS];
  private int at; // the next character to pass on
  private int keepTo; // the index after the last one to pass on
  private int resumeAt; // the index after the blanks to drop then
  private int end;
  private boolean endFetched;
  private boolean atEnd;

  /**
   * A reader of a table's text.
   *
   * @param cellMax a quoted cell is sought in so many characters
   */
  PaddedQuoteReader(Reader in, char delimiter, int cellMax) {
    this.in = in;
    this.delimiter = delimiter;
    this.cellMax = cellMax;
  }

  /** Whether the end was reached. */
  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int passed = 0;
    while (passed < length) {
      if (at == keepTo) {
        at = resumeAt;
        keepTo = at;
        if (passed > 0 && at == end) {
          break; // what is there is enough
        }
        if (peek(0) == END) {
          atEnd = passed == 0;
          break;
        }
        delimitCell();
      }
      int n = Math.min(length - passed, keepTo - at);
      System.arraycopy(window, at, target, offset + passed, n);
      at += n;
      passed += n;
    }
    return passed == 0 ? END : passed;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Finds the next cell with the delimiter or line end after it, or only blanks to drop. */
  private void delimitCell() throws IOException {
    int quote = afterBlanks(0);
    if (peek(quote) == '"') {
      int closing = closingQuote(quote + 1);
      int after = closing < 0 ? 0 : afterBlanks(closing + 1);
      if (closing >= 0 && endsCell(peek(after))) {
        at += quote;
        keepTo = at + closing + 1 - quote;
        resumeAt = at + after - quote;
        if (peek(after - quote) != END && resumeAt == keepTo) {
          keepTo++;
          resumeAt++;
        }
        return;
      }
    }
    int place = 0;
    while (!endsCell(peek(place)) && place < cellMax) {
      place++;
    }
    keepTo = at + place + (peek(place) == END ? 0 : 1);
    resumeAt = keepTo;
  }

  private int afterBlanks(int from) throws IOException {
    int place = from;
    while (isBlank(peek(place)) && place < cellMax) {
      place++;
    }
    return place;
  }

  /** The place of the quote that closes a cell; -1 if there is none near enough. */
  private int closingQuote(int from) throws IOException {
    for (int place = from; place < cellMax; place++) {
      int c = peek(place);
      if (c == END) {
        return END;
      }
      if (c == '"') {
        if (peek(place + 1) != '"') {
          return place;
        }
        place++;
      }
    }
    return END;
  }

  private boolean endsCell(int c) {
    return c == delimiter || c == '\n' || c == '\r' || c == END;
  }

  private boolean isBlank(int c) {
    return c != delimiter && isBlankCharacter(c);
  }

  /** Whether a character is a blank of a line. */
  static boolean isBlankCharacter(int c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000';
  }

  /** The character some places after the next one; {@link #END} after the last. */
  private int peek(int place) throws IOException {
    while (at + place >= end) {
      if (endFetched) {
        return END;
      }
      fetch();
    }
    return window[at + place];
  }

  private void fetch() throws IOException {
    if (at > 0) {
      System.arraycopy(window, at, window, 0, end - at);
      end -= at;
      keepTo -= at;
      resumeAt -= at;
      at = 0;
    }
    if (window.length - end < BLOCK_CHARACTERS) {
      window = Arrays.copyOf(window, Math.multiplyExact(window.length, 2));
    }
    int n = in.read(window, end, window.length - end);
    endFetched = n < 0;
    end += Math.max(0, n);
  }
}
