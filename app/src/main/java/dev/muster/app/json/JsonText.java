package dev.muster.app.json;

import dev.muster.value.Struct;
import dev.muster.value.Value;

/** Writes values as compact JSON (RFC 8259), in the order of their members. */
public final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  public static String of(Value value) {
    StringBuilder out = new StringBuilder(256);
    append(out, value);
    return out.toString();
  }

  public static void append(StringBuilder out, Value value) {
    if (value instanceof Value.Text text) {
      quote(out, text.text());
    } else if (value instanceof Struct struct) {
      append(out, struct);
    } else if (value instanceof Value.Array array) {
      out.append('[');
      for (int i = 0; i < array.items().size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        append(out, array.items().get(i));
      }
      out.append(']');
    } else if (value instanceof Value.Num number) {
      out.append(number.literal());
    } else if (value instanceof Value.Bool flag) {
      out.append(flag.flag());
    } else {
      out.append("null");
    }
  }

  private static void append(StringBuilder out, Struct struct) {
    out.append('{');
    for (int i = 0; i < struct.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, struct.nameAt(i));
      out.append(':');
      append(out, struct.valueAt(i));
    }
    out.append('}');
  }

  /** Appends a JSON string; control characters and lone surrogates are escaped. */
  public static void quote(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append('"').append(text).append('"');
    } else {
      quoteWithEscapes(out, text);
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static void quoteWithEscapes(StringBuilder out, String text) {
    out.append('"');
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (isPair(text, i)) {
        i++;
        continue;
      }
      out.append(text, plainFrom, i);
      plainFrom = i + 1;
      escape(out, c);
    }
    out.append(text, plainFrom, text.length()).append('"');
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }
}
