package dev.muster.app.store;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.apply.StoreUnavailable;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReplacement;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Creates, changes and deletes realms, roles, groups, services and single users. Each change is
 * recorded in the journal in the same transaction.
 */
public final class DirectoryChanges {

  private final Session store;
  private final Actor actor;
  private final Clock clock;

  /**
   * Makes changes through a session.
   *
   * @param actor recorded in the journal as the one who made the changes
   */
  public DirectoryChanges(Session store, Actor actor, Clock clock) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
  }

  /** Creates a realm; false if it exists already. */
  public boolean createRealm(String name) {
    return store.inTransaction(
        () ->
            store.catalogs().createRealm(name)
                && tell(JournalAction.REALM_CREATED, name, Struct.EMPTY));
  }

  /** Creates a role in a realm; false if it exists already. */
  public boolean createRole(int realm, Role role) {
    return store.inTransaction(
        () ->
            store.catalogs().createRole(realm, role)
                && tell(JournalAction.ROLE_CREATED, role.key(), inRealm(realm, role)));
  }

  /** Creates a group in a realm; false if it exists already. */
  public boolean createGroup(int realm, Role group) {
    return store.inTransaction(
        () ->
            store.catalogs().createGroup(realm, group)
                && tell(JournalAction.GROUP_CREATED, group.key(), inRealm(realm, group)));
  }

  /**
   * Deletes a user; false if it does not exist any more.
   *
   * @throws StoreUnavailable also if the user is being changed by others again and again
   */
  public boolean deleteUser(User user) {
    return insist(
        () ->
            store.userWrites().delete(user.id(), clock.instant())
                && tell(JournalAction.USER_DELETED, idOf(user), realmOf(user).build()));
  }

  /**
   * Stores a better hash of a user's password; false if the user has another password by now.
   *
   * @throws StoreUnavailable also if the user is being changed by others again and again
   */
  public boolean replaceHash(User user, HashReplacement replacement) {
    Struct detail =
        realmOf(user)
            .append("from", Value.of(replacement.stored().scheme()))
            .append("to", Value.of(replacement.better().scheme()))
            .build();
    return insist(
        () ->
            store.userWrites().replaceHash(user.id(), replacement)
                && tell(JournalAction.USER_PASSWORD_REENCODED, idOf(user), detail));
  }

  private String idOf(User user) {
    return store.users().ids().show(user.id());
  }

  private Struct.Builder realmOf(User user) {
    String realm = store.catalogs().realmName(user.realm()).orElse("");
    return new Struct.Builder().append("realm", Value.of(realm));
  }

  /** Changes a user in a transaction, again if another writer has changed it meanwhile. */
  private boolean insist(Supplier<Boolean> change) {
    return Overtaken.retried(() -> store.inTransaction(change));
  }

  /** Records that a token was issued. */
  public void tokenCreated(String id, String subject, String scopes, Instant expiresAt) {
    Struct detail =
        new Struct.Builder()
            .append("name", Value.of(subject))
            .append("scope", Value.of(scopes))
            .append("expires_at", Value.of(expiresAt.toString()))
            .build();
    store.inTransaction(() -> tell(JournalAction.TOKEN_CREATED, id, detail));
  }

  /** Revokes a token; false if it is revoked already. */
  public boolean revokeToken(String id) {
    return store.inTransaction(
        () -> {
          if (store.signingKeys().isRevoked(id)) {
            return false;
          }
          store.signingKeys().forgetExpired(clock.instant());
          store.signingKeys().revoke(id, Optional.empty());
          return tell(JournalAction.TOKEN_REVOKED, id, Struct.EMPTY);
        });
  }

  private Struct inRealm(int realm, Role entry) {
    return new Struct.Builder()
        .append("realm", Value.of(store.catalogs().realmName(realm).orElse("")))
        .append("name", Value.of(entry.name()))
        .build();
  }

  /** Creates a group of an existing service; false if the group exists already. */
  public boolean createServiceGroup(String service, String name) {
    Realm any = new Realm(0, Realm.DEFAULT, Map.of(), Map.of());
    GroupId group = new GroupId(service, name);
    return store.inTransaction(
        () -> {
          if (store.groups().exists(any, group)) {
            return false;
          }
          store.groups().create(any, group);
          return tell(JournalAction.GROUP_CREATED, name, Struct.of("service", Value.of(service)));
        });
  }

  /** Creates a service without a password; false if it exists already. */
  public boolean createService(String name) {
    return store.inTransaction(
        () -> {
          if (store.services().find(name).isPresent()) {
            return false;
          }
          store.services().create(name);
          return tell(JournalAction.SERVICE_CREATED, name, Struct.EMPTY);
        });
  }

  /** Sets the password of an existing service. */
  public void setServicePassword(String name, EncodedHash password) {
    store.inTransaction(
        () -> {
          store.services().setPassword(name, password);
          return tell(JournalAction.SERVICE_PASSWORD_SET, name, Struct.EMPTY);
        });
  }

  /** Adds hosts to an existing service. */
  public void addServiceHosts(String name, Collection<String> hosts) {
    store.inTransaction(
        () -> {
          store.services().addHosts(name, hosts);
          return hostsSet(name);
        });
  }

  /** Replaces the hosts of an existing service. */
  public void setServiceHosts(String name, Collection<String> hosts) {
    store.inTransaction(
        () -> {
          store.services().setHosts(name, hosts);
          return hostsSet(name);
        });
  }

  private boolean hostsSet(String name) {
    List<String> now = store.services().find(name).map(Service::hosts).orElse(List.of());
    Value hosts = new Value.Array(now.stream().<Value>map(Value::of).toList());
    return tell(JournalAction.SERVICE_HOSTS_SET, name, Struct.of("hosts", hosts));
  }

  /** Deletes a service and its groups; false if there is no such service. */
  public boolean deleteService(String name) {
    return store.inTransaction(
        () ->
            store.services().delete(name)
                && tell(JournalAction.SERVICE_DELETED, name, Struct.EMPTY));
  }

  /** Records a change in the journal. Always true, so that it can end a boolean expression. */
  private boolean tell(JournalAction action, String subject, Struct detail) {
    store.journal().add(clock.instant(), actor, action, subject, detail);
    return true;
  }
}
