package dev.muster.app.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that were met before. Records of one input have the same few dozen members, and most of the
 * names in a million records are the same as in the first. Thread-safe without locks: an entry is
 * immutable, and one that is lost to another thread's is only made once more.
 */
final class CommonNames {

  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 48;

  private final @Nullable Entry[] entries = new Entry[PLACES];

  /**
   * The name that some ASCII bytes spell.
   *
   * @param hash any number that is the same for the same bytes
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

  /** One name in both its forms. */
  private static final class Entry {
    final byte[] bytes;
    final String name;

    Entry(byte[] bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }
  }
}
