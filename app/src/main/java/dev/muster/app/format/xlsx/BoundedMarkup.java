package dev.muster.app.format.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses XML with a tag, comment or CDATA section that is larger than any of a workbook: the XML
 * reader keeps each of them in memory as a whole, while it passes on other text in pieces. NULs are
 * skipped, so that UTF-16 is bounded as well. For one thread.
 */
final class BoundedMarkup extends FilterInputStream {

  /** A cell has no more than 32,767 characters. */
  private static final int BYTES_MAX = 4 << 20;

  private static final String CDATA = "![CDATA[";
  private static final String COMMENT = "!--";

  private enum State {
    TEXT,
    TAG,
    QUOTED,
    CDATA,
    COMMENT
  }

  private final String part;
  private final StringBuilder start = new StringBuilder(CDATA.length());
  private State state = State.TEXT;
  private int quote;
  private int before; // the last byte
  private int beforeThat;
  private int size; // of the markup so far

  /**
   * Bounds a stream.
   *
   * @param part the name of the workbook's part, for messages
   */
  BoundedMarkup(InputStream in, String part) {
    super(in);
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    int end = offset + n;
    int i = offset;
    while (i < end) {
      if (state == State.TEXT) {
        while (i < end && buffer[i] != '<') {
          i++;
        }
        if (i < end) {
          begin();
          i++;
        }
      } else {
        if (buffer[i] != 0) {
          take(buffer[i]);
        }
        i++;
      }
    }
    return n;
  }

  private void begin() {
    state = State.TAG;
    size = 0;
    before = 0;
    beforeThat = 0;
    start.setLength(0);
  }

  private void take(byte b) throws IOException {
    if (++size > BYTES_MAX) {
      throw new WorkbookProblem(
          "the part "
              + part
              + " of the workbook has a tag, comment or CDATA section of more than "
              + BYTES_MAX
              + " bytes, which no spreadsheet program writes: open it, and save it as .xlsx again");
    }
    switch (state) {
      case TAG -> ofTag(b);
      case QUOTED -> state = b == quote ? State.TAG : State.QUOTED;
      case CDATA -> endAt(b, ']');
      case COMMENT -> endAt(b, '-');
      case TEXT -> {}
    }
    beforeThat = before;
    before = b;
  }

  private void ofTag(byte b) {
    if (size <= CDATA.length()) {
      start.append((char) b);
      if (CDATA.contentEquals(start)) {
        become(State.CDATA);
        return;
      }
      if (COMMENT.contentEquals(start)) {
        become(State.COMMENT);
        return;
      }
    }
    if (b == '>') {
      state = State.TEXT;
    } else if (b == '"' || b == '\'') {
      quote = b;
      state = State.QUOTED;
    }
  }

  private void become(State next) {
    state = next;
    before = 0;
    beforeThat = 0;
  }

  /** Ends the markup after two characters of one kind and a closing bracket. */
  private void endAt(byte b, char twice) {
    if (b == '>' && before == twice && beforeThat == twice) {
      state = State.TEXT;
    }
  }
}
