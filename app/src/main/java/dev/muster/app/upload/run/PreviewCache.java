package dev.muster.app.upload.run;

import dev.muster.app.format.ImportOptions;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was derived from the beginnings of uploaded files, so that it is derived once for each
 * file and its options. The least recently used ones are dropped when there are too many. One for a
 * process. Thread-safe.
 */
public final class PreviewCache {

  /** About 60 MB. */
  private static final long CHARACTERS_MAX = 30_000_000;

  private final Map<Key, Beginning> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * A file and how it is read.
   *
   * @param file its id
   * @param format its format's name
   * @param options with the realm's rules and the declared attributes
   */
  record Key(String file, String format, ImportOptions options) {}

  synchronized Optional<Beginning> find(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void keep(Key key, Beginning beginning) {
    long size = beginning.size();
    Beginning before = kept.put(key, beginning);
    characters += size - (before == null ? 0 : before.size());
    Iterator<Beginning> oldest = kept.values().iterator();
    while (characters > CHARACTERS_MAX && oldest.hasNext()) {
      characters -= oldest.next().size();
      oldest.remove();
    }
  }
}
