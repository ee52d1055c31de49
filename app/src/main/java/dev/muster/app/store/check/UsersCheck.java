package dev.muster.app.store.check;

import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.Damage;
import dev.muster.app.store.directory.StoredCatalogs;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.sql.Sql;
import dev.muster.password.EncodedHash;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads every user once, and checks that its keys, realm, roles and groups exist. */
final class UsersCheck {

  private final Sql sql;
  private final Findings findings;
  private final CheckProgress progress;
  private final Map<Integer, Realm> realms = new HashMap<>();
  private final Map<Integer, Catalog> catalogs = new HashMap<>();
  private final KeyCheck keys;
  private long users;

  UsersCheck(Sql sql, Findings findings, CheckProgress progress) {
    this.sql = sql;
    this.findings = findings;
    this.progress = progress;
    this.keys = new KeyCheck(sql, this::realm, findings, progress);
  }

  /** Checks all users. Returns the number of rows in {@code login_keys}. */
  long run(long nextUser) {
    readRealms();
    sql.each(
        "SELECT " + UserRow.COLUMNS + " FROM users ORDER BY id",
        row -> {
          users++;
          long id = row.getLong(1);
          progress.reached("users", id, nextUser);
          if (id >= nextUser) {
            findings.add(Damage.NUMBER_NOT_GIVEN_OUT, findings.user(id) + ", next is " + nextUser);
          }
          read(row).ifPresentOrElse(this::check, () -> unreadable(id));
          return true;
        });
    return keys.finish();
  }

  long users() {
    return users;
  }

  /** The user in a row; empty if the row is damaged. */
  static Optional<User> read(ResultSet row) throws SQLException {
    Supplier<User> later = UserRow.readLater(row);
    try {
      return Optional.of(later.get());
    } catch (RuntimeException e) {
      return Optional.empty(); // damage can cause any exception
    }
  }

  private void readRealms() {
    StoredCatalogs stored = new StoredCatalogs(sql);
    stored.realms().forEach(realm -> realms.put(realm.number(), realm));
    realms.values().forEach(realm -> catalogs.put(realm.number(), stored.of(realm)));
    for (String table : List.of("roles", "groups")) {
      sql.list(
          "SELECT realm, key FROM " + table + " WHERE realm NOT IN (SELECT number FROM realms)",
          row -> {
            findings.add(
                Damage.UNKNOWN_REALM,
                "realm number " + row.getInt(1) + " of " + row.getString(2) + " in " + table);
            return true;
          });
    }
  }

  private Realm realm(int number) {
    Realm realm = realms.get(number);
    return realm == null ? new Realm(number, "?", Map.of(), Map.of()) : realm;
  }

  private void check(User user) {
    keys.expect(user);
    EncodedHash password = user.account().password();
    if (password != null) {
      progress.password(password);
    }
    Catalog catalog = catalogs.get(user.realm());
    if (catalog == null) {
      findings.add(Damage.UNKNOWN_REALM, "realm number " + user.realm() + of(user.id()));
      return;
    }
    user.account().roles().stream()
        .filter(key -> catalog.role(key) == null)
        .forEach(key -> findings.add(Damage.UNKNOWN_ROLE, key + of(user.id())));
    user.account().groups().stream()
        .filter(key -> catalog.group(key) == null)
        .forEach(key -> findings.add(Damage.UNKNOWN_GROUP, key + of(user.id())));
  }

  private String of(long user) {
    return " of " + findings.user(user);
  }

  private void unreadable(long id) {
    findings.add(Damage.UNREADABLE_USER, findings.user(id));
  }
}
