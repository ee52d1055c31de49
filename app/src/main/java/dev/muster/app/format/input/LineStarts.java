package dev.muster.app.format.input;

/**
 * The byte offsets of line starts. A reader adds them as it reads ahead; the parser looks them up,
 * and removes those that it has passed. For one thread.
 */
public final class LineStarts {

  private long[] offsets = new long[1 << 8]; // a ring; its length is a power of two
  private long first = 1; // the oldest known line
  private long next = 1; // the line after the newest one

  /** Starts with the offset of the first line. */
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

  /** Removes the lines before a known one. */
  public void forgetBefore(long line) {
    first = line;
  }

  /** The byte offset of a line's start. The line must be known: read, and not removed. */
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
