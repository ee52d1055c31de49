package dev.muster.app.format;

import dev.muster.app.bloom.BloomFilter;
import dev.muster.user.Key;

/**
 * The keys that occur more than once in an input. There may be others among them, each of which
 * costs a look-up; none is missing. Immutable and thread-safe.
 */
public final class Repeats {

  private final BloomFilter seenAgain;
  private final boolean any;

  /**
   * Repeated keys.
   *
   * @param any whether there are some; most inputs have none, and need not be asked for each key
   */
  Repeats(BloomFilter seenAgain, boolean any) {
    this.seenAgain = seenAgain;
    this.any = any;
  }

  /** Whether a key may occur more than once. False only if it occurs at most once. */
  public boolean mayRepeat(Key key) {
    return any && seenAgain.mayContain(RepeatSurvey.hash(key.text()));
  }
}
