package dev.muster.app.store.directory;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.RulesBroken;
import dev.muster.app.store.Session;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Applies changed uniqueness rules of a realm to {@code login_keys}: rewrites all keys of the
 * realm's users.
 */
public final class KeyRules {

  /**
   * The version of the form of attribute values in keys; see {@link dev.muster.value.DecimalText}.
   */
  public static final int FORM = 2;

  /** Users whose keys are written in one batch. */
  private static final int PAGE = 5000;

  private final Sql sql;
  private final StoredCatalogs catalogs;
  private final DirectoryTables tables;

  public KeyRules(Sql sql, StoredCatalogs catalogs, DirectoryTables tables) {
    this.sql = sql;
    this.catalogs = catalogs;
    this.tables = tables;
  }

  /** See {@link Session#adopt}. */
  public void adopt(Realm realm, Actor actor, Instant at) throws RulesBroken {
    if (follows(realm)) {
      return;
    }
    try {
      sql.inTransaction(
          () -> {
            tables.enterToChangeRules(realm.number());
            if (follows(realm)) {
              return 0; // another process was faster
            }
            rewrite(
                realm,
                taken -> {
                  throw new Broken(reason(realm, taken.get(0)));
                });
            new JdbcJournal(sql)
                .add(
                    at,
                    actor,
                    JournalAction.RULES_ADOPTED,
                    realm.name(),
                    new KeyScopes(realm).rules());
            return sql.execute(
                "UPDATE realms SET uniqueness = ? WHERE number = ?",
                JsonText.of(new KeyScopes(realm).rules()),
                realm.number());
          });
    } catch (Broken e) {
      throw new RulesBroken(e.reason);
    }
  }

  /**
   * Rewrites the attribute keys that an older version stored in another form. If two users' values
   * are equal in the new form, the older user gets the key; {@code db check} reports the other.
   */
  public void bringToForm() {
    sql.inTransaction(
        () -> {
          int behind =
              sql.execute("UPDATE directory SET key_form = ? WHERE key_form < ?", FORM, FORM);
          for (Realm realm : behind == 0 ? List.<Realm>of() : catalogs.realms()) {
            if (!realm.attributeScopes().isEmpty()) {
              tables.enterToChangeRules(realm.number());
              rewrite(realm, taken -> {});
            }
          }
          return behind;
        });
  }

  private boolean follows(Realm realm) {
    return catalogs.rules().of(realm.number()).hasSameRules(realm);
  }

  private void rewrite(Realm realm, Consumer<List<KeyRow>> whenTaken) {
    UserKeys keys = new UserKeys(RealmRules.DEFAULTS.with(realm));
    sql.execute("DELETE FROM login_keys WHERE realm = ?", realm.number());
    long last = 0;
    List<User> page = page(realm, last);
    while (!page.isEmpty()) {
      List<KeyRow> rows = new ArrayList<>(page.size() * 3);
      page.forEach(user -> rows.addAll(keys.rows(user)));
      List<KeyRow> taken = tables.addFree(rows);
      if (!taken.isEmpty()) {
        whenTaken.accept(taken);
      }
      last = page.get(page.size() - 1).id();
      page = page(realm, last);
    }
  }

  private List<User> page(Realm realm, long after) {
    List<Supplier<User>> rows =
        sql.list(
            "SELECT "
                + UserRow.COLUMNS
                + " FROM users WHERE realm = ? AND id > ? ORDER BY id LIMIT "
                + PAGE,
            UserRow::readLater,
            realm.number(),
            after);
    return rows.parallelStream().map(Supplier::get).toList();
  }

  private String reason(Realm realm, KeyRow taken) {
    return "realm "
        + realm.name()
        + " can't have the uniqueness that muster.yml asks for: "
        + value(realm, taken)
        + " belongs to more than one user";
  }

  private String value(Realm realm, KeyRow row) {
    User user =
        sql.first(
                "SELECT " + UserRow.COLUMNS + " FROM users WHERE id = ?",
                UserRow::read,
                row.userId())
            .orElseThrow();
    List<Key> found = new ArrayList<>();
    new KeyScopes(realm)
        .keysOf(
            user.account(),
            key -> {
              if (key.hash().equals(row.key())) {
                found.add(key);
              }
            });
    return found.get(0).text().substring(1);
  }

  /** Rolls back a transaction because users violate the new rules. */
  private static final class Broken extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final String reason;

    Broken(String reason) {
      super(null, null, false, false);
      this.reason = reason;
    }
  }
}
