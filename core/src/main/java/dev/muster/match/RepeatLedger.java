package dev.muster.match;

import dev.muster.prepare.Claim;
import dev.muster.user.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The first record of the input with each value that no two records may share. For one chunk and
 * one thread: it starts with the entries of earlier chunks, and collects those of this one.
 *
 * <p>Only values that the survey may have seen more than once are tracked.
 */
public final class RepeatLedger {

  /** The user number of entries without a user: the first record with the value was rejected. */
  public static final long NOBODY = 0;

  private final Predicate<Key> suspects;
  private final Map<Key, Entry> earlier;
  private final Map<Key, Entry> added = new LinkedHashMap<>();

  /**
   * The ledger of one chunk.
   *
   * @param suspects false only for keys that occur once in the whole input
   * @param earlier the entries of earlier chunks for this chunk's suspects
   */
  public RepeatLedger(Predicate<Key> suspects, Map<Key, Entry> earlier) {
    this.suspects = suspects;
    this.earlier = Map.copyOf(earlier);
  }

  /** A ledger for dialects in which a later record may be about the user of an earlier one. */
  public static RepeatLedger none() {
    return new RepeatLedger(key -> false, Map.of());
  }

  /** The first record with the value; null when there is none. */
  public @Nullable Entry find(Key key) {
    if (!suspects.test(key)) {
      return null;
    }
    Entry entry = added.get(key);
    return entry != null ? entry : earlier.get(key);
  }

  /**
   * Adds the values of a record, except those that an earlier record has.
   *
   * @param userId the user that it created or matched, or {@link #NOBODY}
   */
  public void take(Collection<Claim> claims, long line, long userId) {
    for (Claim claim : claims) {
      if (claim.inFile() && suspects.test(claim.key()) && !earlier.containsKey(claim.key())) {
        added.putIfAbsent(claim.key(), new Entry(line, userId));
      }
    }
  }

  /** A ledger for a part of the chunk, whose entries count only if {@link #accept} is called. */
  public RepeatLedger attempt() {
    Map<Key, Entry> known = new HashMap<>(earlier);
    known.putAll(added);
    return new RepeatLedger(suspects, known);
  }

  /** Takes over the entries of an attempt. */
  public void accept(RepeatLedger attempt) {
    added.putAll(attempt.added);
  }

  /** The entries of this chunk, to be stored with it. */
  public Map<Key, Entry> added() {
    return added;
  }

  /**
   * The first record with a value.
   *
   * @param line its 1-based line
   * @param userId the user that it created or matched, or {@link #NOBODY}
   */
  public record Entry(long line, long userId) {}
}
