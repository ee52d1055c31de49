package dev.muster.app.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A filter for journal entries. An entry must match all given criteria.
 *
 * @param since the earliest time
 * @param until the time before which entries were written
 * @param actor the author of the change
 * @param action a {@link JournalAction}'s wire name, or its part before the dot
 * @param subject the changed object
 * @param job the id of an import
 */
public record JournalFilter(
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Actor> actor,
    Optional<String> action,
    Optional<String> subject,
    Optional<String> job) {

  /** Every entry. */
  public static final JournalFilter ALL =
      new JournalFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public JournalFilter since(Instant time) {
    return new JournalFilter(Optional.of(time), until, actor, action, subject, job);
  }

  public JournalFilter until(Instant time) {
    return new JournalFilter(since, Optional.of(time), actor, action, subject, job);
  }

  public JournalFilter by(Actor who) {
    return new JournalFilter(since, until, Optional.of(who), action, subject, job);
  }

  public JournalFilter ofAction(String name) {
    return new JournalFilter(since, until, actor, Optional.of(name), subject, job);
  }

  public JournalFilter of(String name) {
    return new JournalFilter(since, until, actor, action, Optional.of(name), job);
  }

  public JournalFilter ofJob(String id) {
    return new JournalFilter(since, until, actor, action, subject, Optional.of(id));
  }
}
