package dev.muster.match;

import dev.muster.prepare.Claim;
import dev.muster.user.Key;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the input have already taken a value that no two of them may have. Belongs to
 * one chunk and one thread; it starts with what earlier chunks left and yields what this one adds.
 *
 * <p>Only values that the survey saw more than once are tracked; the survey may be wrong on the
 * safe side.
 */
public final class RepeatLedger {

  /** Instead of a user: the record that came first was rejected. */
  public static final long NOBODY = 0;

  private final Predicate<Key> suspects;
  private final Map<Key, Entry> earlier;
  private final Map<Key, Entry> added = new LinkedHashMap<>();

  /**
   * The ledger of one chunk.
   *
   * @param suspects false only for keys that occur once in the whole input
   * @param earlier what earlier chunks left about this chunk's suspects
   */
  public RepeatLedger(Predicate<Key> suspects, Map<Key, Entry> earlier) {
    this.suspects = suspects;
    this.earlier = Map.copyOf(earlier);
  }

  /** A ledger for dialects that let a later record meet the user of an earlier one. */
  public static RepeatLedger none() {
    return new RepeatLedger(key -> false, Map.of());
  }

  /** Who took the value; null when nobody has. */
  public @Nullable Entry find(Key key) {
    if (!suspects.test(key)) {
      return null;
    }
    Entry entry = added.get(key);
    return entry != null ? entry : earlier.get(key);
  }

  /**
   * Notes that a record has taken these, as far as no earlier one has.
   *
   * @param userId the user it made or met, or {@link #NOBODY}
   */
  public void take(Collection<Claim> claims, long line, long userId) {
    for (Claim claim : claims) {
      if (claim.inFile() && suspects.test(claim.key()) && !earlier.containsKey(claim.key())) {
        added.putIfAbsent(claim.key(), new Entry(line, userId));
      }
    }
  }

  /** What this chunk adds, to be kept with it. */
  public Map<Key, Entry> added() {
    return added;
  }

  /**
   * The record that came first.
   *
   * @param line its 1-based line
   * @param userId the user it made or met, or {@link #NOBODY}
   */
  public record Entry(long line, long userId) {}
}
