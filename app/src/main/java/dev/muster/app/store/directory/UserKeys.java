package dev.muster.app.store.directory;

import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes the rows that users should have in {@code login_keys}, by the rules of each user's
 * realm. For one thread.
 */
final class UserKeys {

  private final Map<Integer, KeyScopes> scopes = new HashMap<>(); // by realm
  private RealmRules rules;

  UserKeys(RealmRules rules) {
    this.rules = rules;
  }

  /** Replaces the rules. */
  void follow(RealmRules next) {
    rules = next;
    scopes.clear();
  }

  RealmRules rules() {
    return rules;
  }

  /** The rules of a user's realm. */
  KeyScopes scopesOf(User user) {
    return scopes.computeIfAbsent(user.realm(), number -> new KeyScopes(rules.of(number)));
  }

  List<KeyRow> rows(User user) {
    KeyScopes own = scopesOf(user);
    List<KeyRow> rows = new ArrayList<>();
    own.keysOf(user.account(), key -> rows.add(row(own, key, user)));
    return rows;
  }

  /**
   * Computes the rows that a change adds and drops, and appends them to the lists.
   *
   * @param filter is told of the keys of added rows
   */
  void changes(
      UserChange change, List<KeyRow> added, FirstImportFilter filter, List<KeyRow> dropped) {
    User after = change.after();
    KeyScopes own = scopesOf(after);
    if (change.before() == null) {
      own.keysOf(after.account(), key -> added.add(added(own, key, after, filter)));
      return;
    }
    if (own.sameKeys(change.before().account(), after.account())) {
      return;
    }
    Set<Key> old = new LinkedHashSet<>();
    Set<Key> now = new LinkedHashSet<>();
    own.keysOf(change.before().account(), old::add);
    own.keysOf(after.account(), now::add);
    for (Key key : old) {
      if (!now.contains(key)) {
        dropped.add(row(own, key, after));
      }
    }
    for (Key key : now) {
      if (!old.contains(key)) {
        added.add(added(own, key, after, filter));
      }
    }
  }

  private KeyRow row(KeyScopes own, Key key, User user) {
    return new KeyRow(key.hash(), own.scopeNumber(key, user), user.realm(), user.id());
  }

  private KeyRow added(KeyScopes own, Key key, User user, FirstImportFilter filter) {
    KeyRow row = row(own, key, user);
    filter.add(key);
    return row;
  }
}
