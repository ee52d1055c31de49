package dev.muster.app.json;

/** The white space between the tokens of JSON (RFC 8259 §2). */
public final class JsonSpace {

  private JsonSpace() {}

  public static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
