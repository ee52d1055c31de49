package dev.muster.app.store;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.json.JsonText;
import dev.muster.match.DirectoryView;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes {@code login_keys} follow a realm's rules of uniqueness when muster.yml changes them: every
 * key of the realm's users is written again under the new rules.
 */
final class KeyRules {

  private final Sql sql;
  private final Runnable keepOthersOut;

  /**
   * Rules of a directory.
   *
   * @param keepOthersOut called in the transaction, before anything is looked at
   */
  KeyRules(Sql sql, Runnable keepOthersOut) {
    this.sql = sql;
    this.keepOthersOut = keepOthersOut;
  }

  void adopt(Realm realm) throws RulesBroken {
    String rules = JsonText.of(new KeyScopes(realm).rules());
    if (rules.equals(current(realm))) {
      return;
    }
    AtomicReference<RulesBroken> broken = new AtomicReference<>();
    try {
      sql.inTransaction(
          () -> {
            keepOthersOut.run();
            if (rules.equals(current(realm))) {
              return 0; // another process was faster
            }
            rewrite(realm, broken);
            new JdbcJournal(sql)
                .add(
                    Instant.now(),
                    Actor.SYSTEM,
                    JournalAction.RULES_ADOPTED,
                    realm.name(),
                    new KeyScopes(realm).rules());
            return sql.execute(
                "UPDATE realms SET uniqueness = ? WHERE number = ?", rules, realm.number());
          });
    } catch (Undo e) {
      throw broken.get();
    }
  }

  private String current(Realm realm) {
    return sql.first(
            "SELECT uniqueness FROM realms WHERE number = ?",
            row -> row.getString(1),
            realm.number())
        .orElse("{}");
  }

  private void rewrite(Realm realm, AtomicReference<RulesBroken> broken) {
    KeyScopes uniqueness = new KeyScopes(realm);
    sql.execute("DELETE FROM login_keys WHERE realm = ?", realm.number());
    long last = 0;
    List<User> page = page(realm, last);
    while (!page.isEmpty()) {
      for (User user : page) {
        DirectoryView.keysOf(
            user.account(),
            realm.attributeScopes().keySet(),
            key -> add(key, user, uniqueness, realm, broken));
        last = user.id();
      }
      page = page(realm, last);
    }
  }

  private List<User> page(Realm realm, long after) {
    return sql.list(
        "SELECT "
            + UserRow.COLUMNS
            + " FROM users WHERE realm = ? AND id > ? ORDER BY id LIMIT 5000",
        UserRow::read,
        realm.number(),
        after);
  }

  private void add(
      Key key, User user, KeyScopes uniqueness, Realm realm, AtomicReference<RulesBroken> broken) {
    KeyHash hash = KeyHash.of(key);
    int added =
        sql.execute(
            "INSERT INTO login_keys (key_high, key_low, scope, realm, user_id)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            hash.high(),
            hash.low(),
            uniqueness.scopeNumber(key, user),
            realm.number(),
            user.id());
    if (added == 0) {
      broken.set(
          new RulesBroken(
              "realm "
                  + realm.name()
                  + " can't have the uniqueness that muster.yml asks for: "
                  + key.text().substring(1)
                  + " belongs to more than one user"));
      throw new Undo();
    }
  }

  /** Leaves a transaction that must not be kept. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undo() {
      super(null, null, false, false);
    }
  }
}
