package dev.muster.app.store;

import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.Role;
import java.util.List;
import java.util.Optional;

/** Reads and creates realms, roles and groups. */
public interface Catalogs {

  /** The names of all realms, in order of creation. */
  List<String> realmNames();

  /** The number of a realm. */
  Optional<Integer> realmNumber(String name);

  Optional<String> realmName(int number);

  /** A realm with the uniqueness rules that its stored keys follow; empty if there is none. */
  Optional<Realm> realm(String name);

  /** All realms, each with the uniqueness rules that its stored keys follow. */
  List<Realm> realms();

  /** The ids of realms as connections of Auth0. */
  ConnectionIds connectionIds();

  /** The uniqueness rules that the stored keys follow, by realm. */
  RealmRules rules();

  /** Creates a realm with default rules; false if it exists already. */
  boolean createRealm(String name);

  /** Creates a role in a realm; false if it exists already. */
  boolean createRole(int realm, Role role);

  /** Creates a group in a realm; false if it exists already. */
  boolean createGroup(int realm, Role group);

  /** The roles of a realm, sorted by key. */
  List<Role> roles(Realm realm);

  /** The groups of a realm, sorted by key. */
  List<Role> groups(Realm realm);

  Catalog of(Realm realm);
}
