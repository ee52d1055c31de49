package dev.muster.app.format.auth0;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.format.input.InputLimits;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.auth0.RowKey;
import dev.muster.profile.auth0.RowSource;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.ArrayList;
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

  private static final List<Name> NAMES =
      Stream.of(RowKey.values()).map(key -> new Name(key, bytes(key.property()))).toList();

  /** Properties of exports whose values are keys. */
  private static final List<byte[]> EXPORTED =
      Stream.of("Id", "Email", "Username", "Phone Number", "_id").map(RowKeyFinder::bytes).toList();

  private final JsonParser parser;
  private final RowSource source;
  private final List<Key> found = new ArrayList<>(RowKey.values().length);
  private byte[] text = {};
  private int at;

  RowKeyFinder(InputLimits limits, RowSource source) {
    this.parser = new JsonParser(limits.depth(), limits.fieldCharacters());
    this.source = source;
  }

  private static byte[] bytes(String name) {
    return name.getBytes(US_ASCII);
  }

  /** Passes the keys of a record to {@code action}; those of one that can't be read don't count. */
  void forEach(byte[] record, Consumer<Key> action) {
    text = record;
    at = 0;
    found.clear();
    if (scan()) {
      found.forEach(action);
    } else {
      parse(record, action);
    }
  }

  private void parse(byte[] record, Consumer<Key> action) {
    try {
      if (parser.parse(record, 0, record.length) instanceof Struct fields) {
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
      RowKey key = key(from, to);
      byte first = next();
      if (key != null && first == '"') {
        from = at;
        to = endOfPlainText();
        if (to < 0) {
          return false;
        }
        found.add(key.key(new String(text, from, to - from, US_ASCII)));
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

  /** The next byte that is not white space; 0 at the end. */
  private byte next() {
    while (at < text.length) {
      byte b = text[at++];
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        return b;
      }
    }
    return 0;
  }

  /** Moves past the end of a text; returns its end, or -1 if it is not plain ASCII. */
  private int endOfPlainText() {
    while (at < text.length) {
      byte b = text[at++];
      if (b == '"') {
        return at - 1;
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
      skipText();
    } else if (first == '{' || first == '[') {
      for (int depth = 1; depth > 0 && at < text.length; ) {
        byte b = text[at++];
        if (b == '"') {
          skipText();
        } else if (b == '{' || b == '[') {
          depth++;
        } else if (b == '}' || b == ']') {
          depth--;
        }
      }
    } else {
      while (at < text.length && text[at] != ',' && text[at] != '}') {
        at++;
      }
    }
  }

  private void skipText() {
    while (at < text.length) {
      byte b = text[at++];
      if (b == '"') {
        return;
      }
      if (b == '\\') {
        at++;
      }
    }
  }

  private @Nullable RowKey key(int from, int to) {
    for (Name name : NAMES) {
      if (isAt(from, to, name.bytes())) {
        return name.key();
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
    if (to - from != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** A key's property as it is in the text. */
  private static final class Name {

    private final RowKey key;
    private final byte[] bytes;

    Name(RowKey key, byte[] bytes) {
      this.key = key;
      this.bytes = bytes;
    }

    RowKey key() {
      return key;
    }

    byte[] bytes() {
      return bytes;
    }
  }
}
