package dev.muster.app.upload.run;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.app.upload.SavedMapping;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Saves and deletes mappings, and tells the journal. */
public final class MappingChanges {

  private final Session store;
  private final Actor actor;
  private final Clock clock;

  /**
   * Changes the mappings of a directory.
   *
   * @param store a session for writing
   */
  public MappingChanges(Session store, Actor actor, Clock clock) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * Saves a mapping. One of the same realm and name is replaced.
   *
   * @param shape of the tables that it fits: {@link Preview#shape}
   */
  public SavedMapping save(String realm, String name, String shape, Mapping mapping) {
    SavedMapping saved = new SavedMapping(realm, name, shape, mapping.toStruct(), actor, now());
    return store.inTransaction(
        () -> {
          store.savedMappings().save(saved);
          tell(JournalAction.MAPPING_SAVED, realm, name);
          return saved;
        });
  }

  /** Deletes a mapping; false if there is none. */
  public boolean delete(String realm, String name) {
    return store.inTransaction(
        () -> {
          boolean deleted = store.savedMappings().delete(realm, name);
          if (deleted) {
            tell(JournalAction.MAPPING_DELETED, realm, name);
          }
          return deleted;
        });
  }

  private void tell(JournalAction action, String realm, String name) {
    store.journal().add(now(), actor, action, name, Struct.of("realm", Value.of(realm)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
