package dev.muster.app.json;

import dev.muster.value.Value;

/** Writes values as compact JSON (RFC 8259), in the order of their members. */
public final class JsonText {

  private static final int ROOM = 256;

  private JsonText() {}

  public static String of(Value value) {
    return new JsonBytes(ROOM).value(value).toString();
  }

  public static void append(StringBuilder out, Value value) {
    out.append(of(value));
  }

  /** Appends a JSON string; control characters and lone surrogates are escaped. */
  public static void quote(StringBuilder out, String text) {
    out.append(new JsonBytes(text.length() + 2).text(text));
  }
}
