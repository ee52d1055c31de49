package dev.muster.app.format.json;

import dev.muster.read.Position;

/** The text of one record. Immutable: callers must not write to its bytes. */
public final class RecordSlice {

  private static final byte[] NOTHING = {};

  private final Position position;
  private final int column;
  private final byte[] bytes;
  private final boolean oversized;
  private final boolean unended;

  private RecordSlice(
      Position position, int column, byte[] bytes, boolean oversized, boolean unended) {
    this.position = position;
    this.column = column;
    this.bytes = bytes;
    this.oversized = oversized;
    this.unended = unended;
  }

  /**
   * A slice.
   *
   * @param column the 1-based column, in bytes, of its first byte
   */
  public static RecordSlice of(Position position, int column, byte[] bytes) {
    return new RecordSlice(position, column, bytes, false, false);
  }

  /** The last line of an input, which has no line end. */
  static RecordSlice unended(Position position, byte[] line) {
    return new RecordSlice(position, 1, line, false, true);
  }

  /** The position of a record that is larger than the limit; its text is not kept. */
  public static RecordSlice oversized(Position position, int column) {
    return new RecordSlice(position, column, NOTHING, true, false);
  }

  Position position() {
    return position;
  }

  int column() {
    return column;
  }

  /** The record's bytes; empty if it is oversized. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether it is the last line and has no line end, so that the input may be cut off. */
  boolean isUnended() {
    return unended;
  }

  public boolean isOversized() {
    return oversized;
  }
}
