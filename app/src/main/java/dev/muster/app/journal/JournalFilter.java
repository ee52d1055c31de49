package dev.muster.app.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A filter for journal entries. An entry must match all given criteria.
 *
 * @param since the earliest time
 * @param actor the author of the change
 * @param action a {@link JournalAction}'s wire name, or its part before the dot
 * @param job the id of an import
 */
public record JournalFilter(
    Optional<Instant> since, Optional<Actor> actor, Optional<String> action, Optional<String> job) {

  /** Every entry. */
  public static final JournalFilter ALL =
      new JournalFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public JournalFilter since(Instant time) {
    return new JournalFilter(Optional.of(time), actor, action, job);
  }

  public JournalFilter ofJob(String id) {
    return new JournalFilter(since, actor, action, Optional.of(id));
  }

  public JournalFilter ofAction(String name) {
    return new JournalFilter(since, actor, Optional.of(name), job);
  }

  public JournalFilter by(Actor who) {
    return new JournalFilter(since, Optional.of(who), action, job);
  }
}
