package dev.muster.app.json;

import java.io.Serial;

/** A text is not valid JSON. */
public final class JsonSyntax extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final long byteOffset;

  /**
   * A syntax error at a position.
   *
   * @param line 1-based, within the text
   * @param column 1-based
   * @param byteOffset 0-based, within the text
   */
  public JsonSyntax(String message, int line, int column, long byteOffset) {
    super(message);
    this.line = line;
    this.column = column;
    this.byteOffset = byteOffset;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  public long byteOffset() {
    return byteOffset;
  }
}
