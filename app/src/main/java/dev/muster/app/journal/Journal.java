package dev.muster.app.journal;

import dev.muster.value.Struct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores a directory's journal. All methods take part in a running transaction, so that an entry is
 * committed together with the change that it records.
 */
public interface Journal {

  /** The cursor of {@link #page} for the latest entries. */
  long LATEST = Long.MAX_VALUE;

  /**
   * Writes an entry.
   *
   * @param subject the changed object, such as an import's id or a realm's name
   * @param job the id of the import that the entry concerns, if any
   * @param detail must not contain secrets
   */
  void add(
      Instant at,
      Actor actor,
      JournalAction action,
      String subject,
      Optional<String> job,
      Struct detail);

  /** Writes an entry that does not concern an import. */
  default void add(Instant at, Actor actor, JournalAction action, String subject, Struct detail) {
    add(at, actor, action, subject, Optional.empty(), detail);
  }

  /**
   * The latest entries, the latest first.
   *
   * @param before only entries with a smaller number; {@link #LATEST} for all
   */
  List<JournalEntry> page(JournalFilter filter, long before, int limit);

  /** The number of the latest entry; 0 if there is none. */
  long last();

  /** How many entries have numbers above {@code after} and up to {@code to}. */
  long count(long after, long to);

  /**
   * Entries of some actions, the latest first.
   *
   * @param actions wire names
   * @param after only entries with a greater number
   */
  List<JournalEntry> since(long after, Set<String> actions, int limit);

  /**
   * The ids of the imports that entries of some actions concern, each once, the one of the latest
   * entry first.
   *
   * @param actions wire names
   * @param after only entries with a greater number
   * @param entries how many of the latest entries are looked at
   */
  List<String> jobsSince(long after, Set<String> actions, int entries);
}
