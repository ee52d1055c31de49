package dev.muster.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;

/**
 * Builds compact JSON (RFC 8259) as UTF-8, directly from values, without an intermediate string.
 * Not thread-safe.
 */
public final class JsonBytes {

  private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

  /** The most bytes that one UTF-16 unit takes, as an escape. */
  private static final int WIDEST = 6;

  private byte[] bytes;
  private int size;

  /**
   * Starts empty.
   *
   * @param room the initial capacity in bytes
   */
  public JsonBytes(int room) {
    this.bytes = new byte[room];
  }

  /** The number of bytes. */
  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Copies the bytes into an array, from index {@code place} on. */
  public void copyTo(byte[] target, int place) {
    System.arraycopy(bytes, 0, target, place, size);
  }

  /** Removes all bytes, keeping the capacity. */
  public JsonBytes clear() {
    size = 0;
    return this;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, UTF_8);
  }

  /** Appends a value, its members in their order. */
  public JsonBytes value(Value value) {
    if (value instanceof Value.Text text) {
      return text(text.text());
    }
    if (value instanceof Struct struct) {
      return struct(struct);
    }
    if (value instanceof Value.Array array) {
      return array(array);
    }
    if (value instanceof Value.Num number) {
      return raw(number.literal());
    }
    return raw(value instanceof Value.Bool flag ? String.valueOf(flag.flag()) : "null");
  }

  /** Appends a JSON string; control characters and lone surrogates are escaped. */
  public JsonBytes text(String text) {
    int length = text.length();
    room(length + 2);
    byte[] out = bytes;
    int end = size;
    out[end++] = '"';
    int done = 0;
    while (done < length) {
      char c = text.charAt(done);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        break;
      }
      out[end++] = (byte) c;
      done++;
    }
    size = end;
    if (done < length) {
      room((length - done) * WIDEST + 1);
      unusual(text, done);
    }
    return raw('"');
  }

  /** Appends ASCII text without escaping. */
  public JsonBytes raw(String ascii) {
    int length = ascii.length();
    room(length);
    byte[] out = bytes;
    for (int i = 0; i < length; i++) {
      out[size + i] = (byte) ascii.charAt(i);
    }
    size += length;
    return this;
  }

  /** Appends an ASCII character without escaping. */
  public JsonBytes raw(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  private JsonBytes struct(Struct struct) {
    raw('{');
    for (int i = 0; i < struct.size(); i++) {
      if (i > 0) {
        raw(',');
      }
      text(struct.nameAt(i)).raw(':').value(struct.valueAt(i));
    }
    return raw('}');
  }

  private JsonBytes array(Value.Array array) {
    raw('[');
    for (int i = 0; i < array.items().size(); i++) {
      if (i > 0) {
        raw(',');
      }
      value(array.items().get(i));
    }
    return raw(']');
  }

  /** Appends the text from an index on, with escapes where needed. The capacity must suffice. */
  private void unusual(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        escape(c);
      } else if (!Character.isSurrogate(c)) {
        utf8(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        utf8(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        hex(c);
      }
    }
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x80) {
      bytes[size++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      bytes[size++] = (byte) (0xc0 | (codePoint >> 6));
      continuation(codePoint);
    } else if (codePoint < 0x10000) {
      bytes[size++] = (byte) (0xe0 | (codePoint >> 12));
      continuation(codePoint >> 6);
      continuation(codePoint);
    } else {
      bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
      continuation(codePoint >> 12);
      continuation(codePoint >> 6);
      continuation(codePoint);
    }
  }

  private void continuation(int bits) {
    bytes[size++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> escaped(c);
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      default -> hex(c);
    }
  }

  private void escaped(char letter) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) letter;
  }

  private void hex(char c) {
    escaped('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[size++] = HEX[(c >> shift) & 0xf];
    }
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
