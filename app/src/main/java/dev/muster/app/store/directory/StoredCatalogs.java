package dev.muster.app.store.directory;

import dev.muster.app.json.StoredJson;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.ConnectionIds;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Realms, roles and groups by SQL. */
public final class StoredCatalogs implements Catalogs, StoredDirectory.Catalogue {

  private static final String REALMS = "SELECT number, name, uniqueness FROM realms";

  private final Sql sql;

  public StoredCatalogs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<String> realmNames() {
    return sql.list("SELECT name FROM realms ORDER BY number", row -> row.getString(1));
  }

  @Override
  public Optional<Integer> realmNumber(String name) {
    return sql.first("SELECT number FROM realms WHERE name = ?", row -> row.getInt(1), name);
  }

  @Override
  public Optional<String> realmName(int number) {
    return sql.first("SELECT name FROM realms WHERE number = ?", row -> row.getString(1), number);
  }

  @Override
  public Optional<Realm> realm(String name) {
    return sql.first(REALMS + " WHERE name = ?", StoredCatalogs::realm, name);
  }

  @Override
  public List<Realm> realms() {
    return sql.list(REALMS + " ORDER BY number", StoredCatalogs::realm);
  }

  @Override
  public ConnectionIds connectionIds() {
    return new ConnectionIds(
        sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow());
  }

  @Override
  public RealmRules rules() {
    return new RealmRules(realms());
  }

  private static Realm realm(ResultSet row) throws SQLException {
    return KeyScopes.recorded(
        row.getInt(1), row.getString(2), (Struct) StoredJson.parse(row.getString(3)));
  }

  @Override
  public boolean createRealm(String name) {
    return sql.execute(
            "INSERT INTO realms (name, uniqueness) VALUES (?, '{}') ON CONFLICT DO NOTHING", name)
        > 0;
  }

  @Override
  public boolean createRole(int realm, Role role) {
    return create("roles", realm, role);
  }

  @Override
  public boolean createGroup(int realm, Role group) {
    return create("groups", realm, group);
  }

  @Override
  public List<Role> roles(Realm realm) {
    return list("roles", realm.number());
  }

  @Override
  public List<Role> groups(Realm realm) {
    return list("groups", realm.number());
  }

  @Override
  public Catalog of(Realm realm) {
    return new Catalog(roles(realm), groups(realm));
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
