package dev.muster.app.store.jobs;

import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import java.util.Locale;
import java.util.Set;

/**
 * The text that {@code job_claims} stores for a key: the key's own text, or, if that is too long
 * for an index of PostgreSQL, a hash of it. A key's text never begins with {@code #}.
 */
final class ClaimText {

  /** PostgreSQL indexes up to 2,704 bytes; a character takes three at most. */
  private static final int LENGTH_MAX = 800;

  private ClaimText() {}

  static String of(Key key) {
    if (key.text().length() <= LENGTH_MAX) {
      return key.text();
    }
    KeyHash hash = key.hash();
    return String.format(Locale.ROOT, "#%016x%016x", hash.high(), hash.low());
  }

  /** The texts under which a key may be stored: older versions stored long texts as they are. */
  static Set<String> all(Key key) {
    String text = of(key);
    return text.equals(key.text()) ? Set.of(text) : Set.of(text, key.text());
  }
}
