package dev.muster.app.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fast parser for usual JSON, without error messages. An import spends much of its time in
 * parsing, and this parser takes half as long as a general one. It gives up on malformed and
 * unusual texts, which {@link JsonParser} parses again.
 *
 * <p>It accepts nothing that RFC 8259 forbids. It gives up on repeated members, NUL, characters
 * outside the Basic Multilingual Plane that are written as escapes, and anything beyond the limits.
 * For one text and one thread.
 */
final class PlainJson {

  /** The greatest length of a number. */
  static final int NUMBER_LENGTH = 400;

  private static final CommonNames NAMES = new CommonNames();

  private final byte[] bytes;
  private final int end;
  private final int maxText;
  private int depthLeft;
  private int next;

  private PlainJson(byte[] bytes, int from, int end, int depth, int maxText) {
    this.bytes = bytes;
    this.next = from;
    this.end = end;
    this.depthLeft = depth;
    this.maxText = maxText;
  }

  /**
   * Parses a text; null if this parser gives up on it.
   *
   * @param bytes well-formed UTF-8
   * @param depth greatest nesting
   * @param maxText greatest length of a text or a name, in bytes
   */
  static @Nullable Value parse(byte[] bytes, int from, int end, int depth, int maxText) {
    PlainJson in = new PlainJson(bytes, from, end, depth, maxText);
    try {
      Value value = in.value(in.sign());
      in.skipSpace();
      return in.next == end ? value : null;
    } catch (GivenUp e) {
      return null;
    }
  }

  private Value value(byte sign) {
    return switch (sign) {
      case '"' -> new Value.Text(text(false));
      case '{' -> struct();
      case '[' -> array();
      case 't' -> word("true", Value.TRUE);
      case 'f' -> word("false", Value.FALSE);
      case 'n' -> word("null", Value.NULL);
      default -> number(sign);
    };
  }

  private Struct struct() {
    descend();
    Struct.Builder members = new Struct.Builder();
    for (byte sign = sign(); sign != '}'; sign = afterItem((byte) '}')) {
      if (sign != '"') {
        throw new GivenUp();
      }
      String name = text(true);
      if (sign() != ':' || members.has(name)) {
        throw new GivenUp();
      }
      members.append(name, value(sign()));
    }
    depthLeft++;
    return members.build();
  }

  private Value.Array array() {
    descend();
    List<Value> items = new ArrayList<>(4);
    for (byte sign = sign(); sign != ']'; sign = afterItem((byte) ']')) {
      items.add(value(sign));
    }
    depthLeft++;
    return new Value.Array(items);
  }

  /** Reads past an item: returns {@code last}, or after a comma the next item's first byte. */
  private byte afterItem(byte last) {
    byte sign = sign();
    if (sign == last) {
      return sign;
    }
    byte next = sign == ',' ? sign() : last;
    if (next == last) {
      throw new GivenUp();
    }
    return next;
  }

  private void descend() {
    if (depthLeft-- == 0) {
      throw new GivenUp();
    }
  }

  /** Reads a string after its opening quotation mark, including the closing one. */
  private String text(boolean isName) {
    int start = next;
    int all = 0; // negative if any byte is negative
    int hash = 0;
    int i = start;
    while (i < end) {
      byte b = bytes[i];
      if (b == '"') {
        if (i - start > maxText) {
          throw new GivenUp();
        }
        next = i + 1;
        if (all < 0) {
          return new String(bytes, start, i - start, UTF_8);
        }
        return isName
            ? NAMES.of(bytes, start, i, hash)
            : new String(bytes, start, i - start, ISO_8859_1);
      }
      if (b == '\\') {
        return escaped(start, i);
      }
      if (b >= 0 && b < ' ') {
        throw new GivenUp();
      }
      all |= b;
      hash = hash * 31 + b;
      i++;
    }
    throw new GivenUp();
  }

  /** Reads a string whose first escape is at index {@code firstEscape}. */
  private String escaped(int start, int firstEscape) {
    StringBuilder out = new StringBuilder();
    int plainFrom = start;
    int i = firstEscape;
    while (i < end) {
      byte b = bytes[i];
      if (b == '"' || b == '\\') {
        out.append(new String(bytes, plainFrom, i - plainFrom, UTF_8));
        if (b == '"') {
          if (i - start > maxText) {
            throw new GivenUp();
          }
          next = i + 1;
          return out.toString();
        }
        i = escape(i + 1, out);
        plainFrom = i;
      } else if (b >= 0 && b < ' ') {
        throw new GivenUp();
      } else {
        i++;
      }
    }
    throw new GivenUp();
  }

  /** Appends the character of an escape, after its backslash; returns the index after it. */
  private int escape(int at, StringBuilder out) {
    if (at >= end) {
      throw new GivenUp();
    }
    switch (bytes[at]) {
      case '"', '\\', '/' -> out.append((char) bytes[at]);
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'u' -> {
        out.append(codeUnit(at + 1));
        return at + 5;
      }
      default -> throw new GivenUp();
    }
    return at + 1;
  }

  private char codeUnit(int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < end && bytes[i] >= 0 ? Character.digit(bytes[i], 16) : -1;
      if (digit < 0) {
        throw new GivenUp();
      }
      unit = unit << 4 | digit;
    }
    if (unit == 0 || Character.isSurrogate((char) unit)) {
      throw new GivenUp();
    }
    return (char) unit;
  }

  private Value word(String word, Value value) {
    int last = next + word.length() - 1;
    if (last > end) {
      throw new GivenUp();
    }
    for (int i = 1; i < word.length(); i++) {
      if (bytes[next++] != word.charAt(i)) {
        throw new GivenUp();
      }
    }
    return value;
  }

  /** {@code -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?}, its first sign read. */
  private Value number(byte first) {
    int start = next - 1;
    byte digit = first;
    if (first == '-') {
      digit = next < end ? bytes[next++] : 0;
    }
    if (digit < '0' || digit > '9') {
      throw new GivenUp();
    }
    if (digit != '0') {
      skipDigits();
    }
    if (next < end && bytes[next] == '.') {
      next++;
      someDigits();
    }
    if (next < end && (bytes[next] | 0x20) == 'e') {
      next++;
      if (next < end && (bytes[next] == '+' || bytes[next] == '-')) {
        next++;
      }
      someDigits();
    }
    if (next - start > NUMBER_LENGTH) {
      throw new GivenUp();
    }
    return new Value.Num(new String(bytes, start, next - start, ISO_8859_1));
  }

  private void someDigits() {
    int from = next;
    skipDigits();
    if (next == from) {
      throw new GivenUp();
    }
  }

  private void skipDigits() {
    while (next < end && bytes[next] >= '0' && bytes[next] <= '9') {
      next++;
    }
  }

  /** Consumes the next byte that isn't white space. */
  private byte sign() {
    skipSpace();
    if (next >= end) {
      throw new GivenUp();
    }
    return bytes[next++];
  }

  private void skipSpace() {
    while (next < end && JsonSpace.isSpace(bytes[next])) {
      next++;
    }
  }

  /** Ends parsing. Internal, so it has no message and no stack trace. */
  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super(null, null, false, false);
    }
  }
}
