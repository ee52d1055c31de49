package dev.muster.app.format.auth0;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSpace;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.auth0.RowKey;
import dev.muster.profile.auth0.RowSource;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys in the text of a record. It looks at the direct members of the object without
 * parsing their values, and parses only records with escapes, characters beyond ASCII or names of
 * exports. For one thread.
 */
final class RowKeyFinder {

  private static final List<Name> NAMES = Stream.of(RowKey.values()).map(Name::of).toList();

  /** What exports have before user ids, and keys have once. */
  private static final byte[] USER_ID_PREFIX = bytes("auth0|");

  private static final int KEYS_MAX = RowKey.values().length;

  /** Properties of exports whose values are keys. */
  private static final List<byte[]> EXPORTED =
      Stream.of("Id", "Email", "Username", "Phone Number", "_id").map(RowKeyFinder::bytes).toList();

  private final JsonParser parser;
  private final RowSource source;

  /** The texts of the keys of a record, one after the other, and where they end. */
  private byte[] keys = new byte[1 << 10];

  private final int[] ends = new int[KEYS_MAX];
  private int found;
  private byte[] text = {};
  private int at;
  private int end;

  RowKeyFinder(InputLimits limits, RowSource source) {
    this.parser = new JsonParser(limits.depth(), limits.fieldCharacters());
    this.source = source;
  }

  private static byte[] bytes(String name) {
    return name.getBytes(US_ASCII);
  }

  /** Receives the text of a key, which is ASCII, in a buffer that is used again. */
  interface PlainKeys {
    void add(byte[] text, int from, int to);
  }

  /**
   * Passes each key of a record to one of the receivers; those of a record that can't be read don't
   * count.
   *
   * @param buffer has the record from index {@code from} to {@code to}
   */
  void find(byte[] buffer, int from, int to, PlainKeys plain, Consumer<Key> others) {
    text = buffer;
    at = from;
    end = to;
    found = 0;
    if (scan()) {
      for (int i = 0; i < found; i++) {
        plain.add(keys, i == 0 ? 0 : ends[i - 1], ends[i]);
      }
    } else {
      parse(from, to, others);
    }
  }

  private void parse(int from, int to, Consumer<Key> action) {
    try {
      if (parser.parse(text, from, to - from) instanceof Struct fields) {
        RowKey.forEach(source.record(fields), action);
      }
    } catch (JsonSyntax unreadable) {
      return; // the record will fail
    }
  }

  /** False if the record has to be parsed. */
  private boolean scan() {
    if (next() != '{') {
      return false;
    }
    byte sign = next();
    while (sign == '"') {
      int from = at;
      int to = endOfPlainText();
      if (to < 0 || next() != ':' || isExported(from, to)) {
        return false;
      }
      Name key = key(from, to);
      byte first = next();
      if (key != null && first == '"') {
        from = at;
        to = endOfPlainText();
        if (to < 0 || found == KEYS_MAX) {
          return false;
        }
        add(key, from, to);
      } else {
        skip(first);
      }
      sign = next();
      if (sign == ',') {
        sign = next();
      }
    }
    return sign == '}';
  }

  /** Adds the text of a key, as {@link RowKey#key} makes it. */
  private void add(Name name, int from, int to) {
    int first = from;
    if (name.key() == RowKey.USER_ID && startsWith(from, to, USER_ID_PREFIX)) {
      first += USER_ID_PREFIX.length;
    }
    int length = found == 0 ? 0 : ends[found - 1];
    byte[] prefix = name.prefix();
    if (length + prefix.length + to - first > keys.length) {
      keys = Arrays.copyOf(keys, 2 * (length + prefix.length + to - first));
    }
    System.arraycopy(prefix, 0, keys, length, prefix.length);
    length += prefix.length;
    for (int i = first; i < to; i++) {
      byte b = text[i];
      keys[length++] = name.folded() && b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
    ends[found++] = length;
  }

  /** The next byte that is not white space; 0 at the end. */
  private byte next() {
    while (at < end) {
      byte b = text[at++];
      if (!JsonSpace.isSpace(b)) {
        return b;
      }
    }
    return 0;
  }

  /** Moves past the end of a text; returns its end, or -1 if it is not plain ASCII. */
  private int endOfPlainText() {
    byte[] bytes = text;
    int last = end;
    for (int i = at; i < last; i++) {
      byte b = bytes[i];
      if (b == '"') {
        at = i + 1;
        return i;
      }
      if (b == '\\' || b < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Moves past a value. */
  private void skip(byte first) {
    if (first == '"') {
      at = endOfText(at) + 1;
    } else if (first == '{' || first == '[') {
      skipNested();
    } else {
      while (at < end && text[at] != ',' && text[at] != '}') {
        at++;
      }
    }
  }

  /** Moves past an object or an array. */
  private void skipNested() {
    byte[] bytes = text;
    int last = end;
    int depth = 1;
    int i = at;
    while (depth > 0 && i < last) {
      byte b = bytes[i];
      if (b == '"') {
        i = endOfText(i + 1);
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      i++;
    }
    at = i;
  }

  /** The end of a text that begins at an index; that of the record if the text has none. */
  private int endOfText(int from) {
    byte[] bytes = text;
    int last = end;
    for (int i = from; i < last; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b == '\\') {
        i++;
      }
    }
    return last;
  }

  private @Nullable Name key(int from, int to) {
    for (Name name : NAMES) {
      if (isAt(from, to, name.property())) {
        return name;
      }
    }
    return null;
  }

  private boolean isExported(int from, int to) {
    if (source == RowSource.LINES) {
      for (byte[] name : EXPORTED) {
        if (isAt(from, to, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAt(int from, int to, byte[] name) {
    return to - from == name.length && startsWith(from, to, name);
  }

  private boolean startsWith(int from, int to, byte[] name) {
    if (to - from < name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * How a key is written.
   *
   * @param property the name of its member in UTF-8
   * @param prefix what its text has before the value
   * @param folded whether the value is in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Name(RowKey key, byte[] property, byte[] prefix, boolean folded) {

    static Name of(RowKey key) {
      return new Name(
          key, bytes(key.property()), bytes(key.key("").text()), key.key("A").text().endsWith("a"));
    }
  }
}
