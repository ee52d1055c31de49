package dev.muster.app.json;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses only JSON that {@link JsonText} wrote: without white space and repeated members, and
 * without limits. It takes a quarter of the time of a general parser, which matters because a
 * re-import parses every user's profile. Input from outside must be parsed by {@link JsonParser}.
 */
public final class StoredJson {

  private final String text;
  private int next;

  private StoredJson(String text) {
    this.text = text;
  }

  /**
   * Parses a text.
   *
   * @throws IllegalStateException if it is not what {@link JsonText} writes
   */
  public static Value parse(String text) {
    StoredJson in = new StoredJson(text);
    try {
      Value value = in.value();
      if (in.next == text.length()) {
        return value;
      }
    } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalStateException("stored JSON ends too early", e);
    }
    throw new IllegalStateException("stored JSON has something after its end");
  }

  private Value value() {
    char c = text.charAt(next);
    return switch (c) {
      case '"' -> new Value.Text(string());
      case '{' -> struct();
      case '[' -> array();
      case 't' -> word("true", Value.TRUE);
      case 'f' -> word("false", Value.FALSE);
      case 'n' -> word("null", Value.NULL);
      default -> number();
    };
  }

  private Struct struct() {
    Struct.Builder members = new Struct.Builder();
    next++;
    while (text.charAt(next) != '}') {
      if (text.charAt(next) == ',') {
        next++;
      }
      String name = string();
      next++; // the colon
      members.append(name, value());
    }
    next++;
    return members.build();
  }

  private Value.Array array() {
    List<Value> items = new ArrayList<>(4);
    next++;
    while (text.charAt(next) != ']') {
      if (text.charAt(next) == ',') {
        next++;
      }
      items.add(value());
    }
    next++;
    return new Value.Array(items);
  }

  private String string() {
    if (text.charAt(next) != '"') {
      throw new IllegalStateException("stored JSON lacks a quotation mark");
    }
    int start = next + 1;
    int end = text.indexOf('"', start);
    if (end < 0) {
      throw new IllegalStateException("stored JSON ends inside a text");
    }
    int escape = text.indexOf('\\', start);
    if (escape < 0 || escape > end) {
      next = end + 1;
      return text.substring(start, end);
    }
    return escaped(start);
  }

  private String escaped(int start) {
    StringBuilder out = new StringBuilder();
    int i = start;
    for (char c = text.charAt(i); c != '"'; c = text.charAt(i)) {
      if (c != '\\') {
        out.append(c);
        i++;
        continue;
      }
      char kind = text.charAt(i + 1);
      i += 2;
      switch (kind) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(text, i, i + 4, 16));
          i += 4;
        }
        default -> out.append(kind);
      }
    }
    next = i + 1;
    return out.toString();
  }

  private Value word(String word, Value value) {
    if (!text.startsWith(word, next)) {
      throw new IllegalStateException("stored JSON holds an unknown word");
    }
    next += word.length();
    return value;
  }

  private Value number() {
    int start = next;
    while (next < text.length() && "+-.eE0123456789".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (start == next) {
      throw new IllegalStateException("stored JSON holds an unknown sign");
    }
    return new Value.Num(text.substring(start, next));
  }
}
