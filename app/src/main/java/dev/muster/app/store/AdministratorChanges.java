package dev.muster.app.store;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.password.EncodedHash;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Creates, changes and deletes administrators. Each change is recorded in the journal in the same
 * transaction.
 */
public final class AdministratorChanges {

  private final Session store;
  private final Actor actor;
  private final Clock clock;

  /**
   * Makes changes through a session.
   *
   * @param actor recorded in the journal as the one who made the changes
   */
  public AdministratorChanges(Session store, Actor actor, Clock clock) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * Creates an administrator; false if the name is taken.
   *
   * @param realms existing realms; empty for all realms
   */
  public boolean create(String name, EncodedHash password, Optional<Set<String>> realms) {
    Administrator made = new Administrator(name, password, realms, clock.instant());
    Struct detail = realms.map(AdministratorChanges::detail).orElse(Struct.EMPTY);
    return store.inTransaction(
        () ->
            store.administrators().create(made) && tell(JournalAction.ADMIN_CREATED, name, detail));
  }

  private static Struct detail(Set<String> realms) {
    return Struct.of(
        "realms", new Value.Array(new TreeSet<>(realms).stream().map(Value::of).toList()));
  }

  /** Sets the password and ends all sessions; false if there is no such administrator. */
  public boolean setPassword(String name, EncodedHash password) {
    return store.inTransaction(
        () ->
            store.administrators().setPassword(name, password)
                && tell(JournalAction.ADMIN_PASSWORD_SET, name, Struct.EMPTY));
  }

  /** Deletes an administrator and all its sessions; false if there is no such administrator. */
  public boolean delete(String name) {
    return store.inTransaction(
        () ->
            store.administrators().delete(name)
                && tell(JournalAction.ADMIN_DELETED, name, Struct.EMPTY));
  }

  /** Records a change in the journal. Always true, so that it can end a boolean expression. */
  private boolean tell(JournalAction action, String subject, Struct detail) {
    store.journal().add(clock.instant(), actor, action, subject, detail);
    return true;
  }
}
