package dev.muster.app.store;

import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.Role;
import java.util.List;
import java.util.Optional;

/** Realms, roles and groups: few, small, and made one at a time. */
public interface Catalogs {

  /** The names of all realms, in the order they were made. */
  List<String> realmNames();

  /** The number of a realm. */
  Optional<Integer> realmNumber(String name);

  Optional<String> realmName(int number);

  /** A realm with the rules of uniqueness that the directory's keys follow. */
  Optional<Realm> realm(String name);

  /** All realms, with the rules that the directory's keys follow. */
  List<Realm> realms();

  /** The rules that the directory's keys follow, by realm. */
  RealmRules rules();

  /** Makes a realm; false if it exists already. */
  boolean createRealm(String name);

  /** Makes a role in a realm; false if it exists already. */
  boolean createRole(int realm, Role role);

  /** Makes a group in a realm; false if it exists already. */
  boolean createGroup(int realm, Role group);

  /** The groups of a realm, by key. */
  List<Role> groups(Realm realm);

  Catalog of(Realm realm);
}
