package dev.muster.app.store;

import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.util.List;
import java.util.Optional;

/** Realms, roles and groups: few, small, and made one at a time. */
public final class Catalogs {

  private final Sql sql;

  Catalogs(Sql sql) {
    this.sql = sql;
  }

  /** The names of all realms, in the order they were made. */
  public List<String> realmNames() {
    return sql.list("SELECT name FROM realms ORDER BY number", row -> row.getString(1));
  }

  /** The number of a realm. */
  public Optional<Integer> realmNumber(String name) {
    return sql.first("SELECT number FROM realms WHERE name = ?", row -> row.getInt(1), name);
  }

  public Optional<String> realmName(int number) {
    return sql.first("SELECT name FROM realms WHERE number = ?", row -> row.getString(1), number);
  }

  /** Makes a realm; false if it exists already. */
  public boolean createRealm(String name) {
    return sql.execute(
            "INSERT INTO realms (name, uniqueness) VALUES (?, '{}') ON CONFLICT DO NOTHING", name)
        > 0;
  }

  /** Makes a role in a realm; false if it exists already. */
  public boolean createRole(int realm, Role role) {
    return create("roles", realm, role);
  }

  /** Makes a group in a realm; false if it exists already. */
  public boolean createGroup(int realm, Role group) {
    return create("groups", realm, group);
  }

  /** The groups of a realm, by key. */
  public List<Role> groups(Realm realm) {
    return list("groups", realm.number());
  }

  public Catalog of(Realm realm) {
    return new Catalog(list("roles", realm.number()), groups(realm));
  }

  private boolean create(String table, int realm, Role role) {
    return sql.execute(
            "INSERT INTO " + table + " (realm, key, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            realm,
            role.key(),
            role.name())
        > 0;
  }

  private List<Role> list(String table, int realm) {
    return sql.list(
        "SELECT key, name FROM " + table + " WHERE realm = ? ORDER BY key",
        row -> new Role(row.getString(1), row.getString(2)),
        realm);
  }
}
