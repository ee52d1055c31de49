package dev.muster.app.journal;

import dev.muster.value.Struct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to a directory's journal. Every method takes part in a running transaction, so that an
 * entry is kept exactly if what it tells of is.
 */
public interface Journal {

  /** The cursor of {@link #page} for the latest entries. */
  long LATEST = Long.MAX_VALUE;

  /**
   * Writes an entry.
   *
   * @param subject what it was done to
   * @param job the id of the import that it is about
   * @param detail never holds a secret
   */
  void add(
      Instant at,
      Actor actor,
      JournalAction action,
      String subject,
      Optional<String> job,
      Struct detail);

  /** Writes an entry about something that is no import. */
  default void add(Instant at, Actor actor, JournalAction action, String subject, Struct detail) {
    add(at, actor, action, subject, Optional.empty(), detail);
  }

  /**
   * The latest entries, the latest first.
   *
   * @param before only entries with a smaller number; {@link #LATEST} for all
   */
  List<JournalEntry> page(JournalFilter filter, long before, int limit);
}
