package dev.muster.apply;

import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a directory has to do, in the plainest way: every question looks at every user. It refuses
 * what a store's unique index would refuse, and a change to a user that is not as it was loaded.
 */
public final class InMemoryDirectory implements Directory {

  private final Realm realm;
  private final Catalog catalog;
  private final Set<String> lookups;
  private final Set<String> attributePaths;
  private final Map<Long, User> users = new TreeMap<>();

  /**
   * An empty directory, seen from one realm.
   *
   * @param lookups paths of attributes that serve as keys although they need not be unique
   */
  public InMemoryDirectory(Realm realm, Catalog catalog, Set<String> lookups) {
    this.realm = realm;
    this.catalog = catalog;
    this.lookups = Set.copyOf(lookups);
    this.attributePaths = new HashSet<>(lookups);
    this.attributePaths.addAll(realm.attributeScopes().keySet());
  }

  /** Puts users in as they are. */
  public InMemoryDirectory with(Collection<User> some) {
    some.forEach(user -> users.put(user.id(), user));
    checkUniqueness();
    return this;
  }

  /** Everybody, by number. */
  public Map<Long, User> users() {
    return new LinkedHashMap<>(users);
  }

  @Override
  public Predicate<Key> mayHaveOwner() {
    Set<Key> owned = new HashSet<>();
    users.values().forEach(user -> owned.addAll(keys(user, attributePaths)));
    return owned::contains;
  }

  @Override
  public DirectoryView load(ChunkQuery inquiry) {
    Map<Key, List<Owner>> owners = new HashMap<>();
    Map<Long, User> whole = new HashMap<>();
    for (User user : users.values()) {
      for (Key key : keys(user, attributePaths)) {
        boolean identity = inquiry.identities().contains(key);
        if (identity || inquiry.loginKeys().contains(key) || inquiry.claims().contains(key)) {
          owners
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(new Owner(user.id(), user.realm()));
        }
        if (identity) {
          whole.put(user.id(), user);
        }
      }
      if (inquiry.users().contains(user.id())) {
        whole.put(user.id(), user);
      }
    }
    return new DirectoryView(owners, whole, catalog, RealmRules.DEFAULTS.with(realm), lookups);
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    for (UserChange change : changes) {
      User known = users.put(change.after().id(), change.after());
      if (change.before() == null ? known != null : !change.before().equals(known)) {
        throw new IllegalStateException("user " + change.after().id() + " is not as it was");
      }
    }
    checkUniqueness();
  }

  private void checkUniqueness() {
    Map<Key, List<User>> owners = new HashMap<>();
    for (User user : users.values()) {
      keys(user, realm.attributeScopes().keySet())
          .forEach(key -> owners.computeIfAbsent(key, k -> new ArrayList<>()).add(user));
    }
    owners.forEach(
        (key, some) -> {
          long mine = some.stream().filter(user -> user.realm() == realm.number()).count();
          boolean broken =
              switch (scope(key)) {
                case NONE -> false;
                case REALM -> mine > 1;
                case GLOBAL -> mine > 0 && some.size() > 1;
              };
          if (broken) {
            throw new IllegalStateException(key + " belongs to " + some.size() + " users");
          }
        });
  }

  private UniqueScope scope(Key key) {
    if (key.isExternalId()) {
      return UniqueScope.GLOBAL;
    }
    if (key.isAttribute()) {
      return realm.attributeScopes().getOrDefault(key.attributePath(), UniqueScope.NONE);
    }
    for (LoginIdKind kind : LoginIdKind.values()) {
      if (key.text().charAt(0) == Key.of(kind, "").text().charAt(0)) {
        return realm.scopeOf(kind);
      }
    }
    throw new IllegalStateException("no kind of key: " + key);
  }

  private static Set<Key> keys(User user, Set<String> paths) {
    Set<Key> keys = new HashSet<>();
    DirectoryView.keysOf(user.account(), paths, keys::add);
    return keys;
  }
}
