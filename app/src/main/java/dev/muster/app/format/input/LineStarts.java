package dev.muster.app.format.input;

/**
 * The places where the lines of a text start. A reader adds them as it reads ahead; the parser
 * behind it looks them up, and lets go of those that it has passed. For one thread.
 */
public final class LineStarts {

  private long[] offsets = new long[1 << 8]; // a ring; its length is a power of two
  private long first = 1; // the oldest line that is known
  private long next = 1; // the line after the newest

  /** The lines of a text whose first line starts at a place. */
  LineStarts(long offset) {
    add(offset);
  }

  /** Adds the next line. */
  void add(long offset) {
    if (next - first == offsets.length) {
      grow();
    }
    offsets[(int) next++ & (offsets.length - 1)] = offset;
  }

  /** Moves the start of the newest line. */
  void moveNewest(long offset) {
    offsets[(int) (next - 1) & (offsets.length - 1)] = offset;
  }

  /** Lets go of the lines before one that is known. */
  public void forgetBefore(long line) {
    first = line;
  }

  /** Where a line starts, if it is known: neither forgotten nor still to be read. */
  public long offset(long line) {
    if (line < first || line >= next) {
      throw new IllegalArgumentException("line " + line + ": " + first + " to " + (next - 1));
    }
    return offsets[(int) line & (offsets.length - 1)];
  }

  private void grow() {
    long[] more = new long[Math.multiplyExact(offsets.length, 2)];
    for (long line = first; line < next; line++) {
      more[(int) line & (more.length - 1)] = offsets[(int) line & (offsets.length - 1)];
    }
    offsets = more;
  }
}
