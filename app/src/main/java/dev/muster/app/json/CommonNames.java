package dev.muster.app.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cache of member names, because most records of an input have the same few dozen names.
 * Thread-safe without locks: entries are immutable, and an entry that another thread overwrites is
 * simply created again.
 */
final class CommonNames {

  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 48;

  private final @Nullable Entry[] entries = new Entry[PLACES];

  /**
   * The name that ASCII bytes spell.
   *
   * @param hash a hash of the bytes
   */
  String of(byte[] bytes, int from, int to, int hash) {
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    Entry entry = entries[place];
    if (entry != null && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
      return entry.name;
    }
    String name = new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    if (to - from <= LONGEST) {
      entries[place] = new Entry(Arrays.copyOfRange(bytes, from, to), name);
    }
    return name;
  }

  /** A name as bytes and as a string. */
  private static final class Entry {
    final byte[] bytes;
    final String name;

    Entry(byte[] bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }
  }
}
