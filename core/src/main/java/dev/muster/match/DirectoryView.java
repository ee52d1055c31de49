package dev.muster.match;

import dev.muster.user.Account;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of the directory that one chunk needs, with the decisions made so far applied: a record
 * sees the effects of earlier records before they are stored. Belongs to one chunk and one thread.
 */
public final class DirectoryView {

  private static final LoginIdKind[] KINDS = LoginIdKind.values();

  private final Map<Key, List<Owner>> owners;
  private final Map<Long, User> users;
  private final Catalog catalog;
  private final RealmRules rules;
  private final Set<String> lookups;
  private final Map<Integer, Set<String>> attributePaths = new HashMap<>(); // by realm
  private final Map<Long, UserChange> changes = new LinkedHashMap<>();

  /**
   * A view of loaded data.
   *
   * @param owners the owners of each requested key; keys without an owner are absent
   * @param users the requested users, by number
   * @param rules the uniqueness rules of all realms, which determine the attributes that are keys
   * @param lookups the paths of attributes that are keys in every realm
   */
  public DirectoryView(
      Map<Key, List<Owner>> owners,
      Map<Long, User> users,
      Catalog catalog,
      RealmRules rules,
      Set<String> lookups) {
    this.owners = new HashMap<>(owners);
    this.users = new HashMap<>(users);
    this.catalog = catalog;
    this.rules = rules;
    this.lookups = Set.copyOf(lookups);
  }

  /** A view with other keys and users, but with this one's catalog and rules. */
  public DirectoryView showing(Map<Key, List<Owner>> otherOwners, Map<Long, User> otherUsers) {
    return new DirectoryView(otherOwners, otherUsers, catalog, rules, lookups);
  }

  /** The same view before any change, with another catalog. */
  public DirectoryView withCatalog(Catalog other) {
    return new DirectoryView(owners, users, other, rules, lookups);
  }

  public List<Owner> owners(Key key) {
    return owners.getOrDefault(key, List.of());
  }

  /**
   * The user with a number.
   *
   * @throws IllegalStateException if the user was not loaded
   */
  public User user(long id) {
    User user = users.get(id);
    if (user == null) {
      throw new IllegalStateException("user " + id + " was not loaded");
    }
    return user;
  }

  /** The user with a number; null if it was not loaded, or doesn't exist. */
  public @Nullable User userOrNull(long id) {
    return users.get(id);
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The uniqueness rules of all realms. */
  public RealmRules rules() {
    return rules;
  }

  /** Applies the creation of a user, or, with {@code before}, its update. */
  public void apply(@Nullable User before, User after) {
    users.put(after.id(), after);
    Set<String> paths = attributePaths(after.realm());
    if (before != null) {
      keysOf(before.account(), paths, key -> release(key, after.id()));
    }
    Owner owner = new Owner(after.id(), after.realm());
    keysOf(after.account(), paths, key -> give(key, owner));
    changes.merge(
        after.id(),
        new UserChange(before, after),
        (earlier, later) -> new UserChange(earlier.before(), later.after()));
  }

  /** Whether a user was created or updated since the view was made. */
  public boolean hasChanged(long id) {
    return changes.containsKey(id);
  }

  /** The changes to store: one net change for each user. */
  public Collection<UserChange> changes() {
    return changes.values();
  }

  private Set<String> attributePaths(int realm) {
    return attributePaths.computeIfAbsent(
        realm,
        number -> {
          Set<String> paths = new HashSet<>(rules.of(number).attributeScopes().keySet());
          paths.addAll(lookups);
          return paths;
        });
  }

  private void release(Key key, long id) {
    List<Owner> left = new ArrayList<>(owners(key));
    left.removeIf(owner -> owner.userId() == id);
    owners.put(key, left);
  }

  private void give(Key key, Owner owner) {
    List<Owner> now = owners.get(key);
    if (now == null || now.isEmpty()) {
      owners.put(key, List.of(owner));
    } else if (!now.contains(owner)) {
      List<Owner> more = new ArrayList<>(now);
      more.add(owner);
      owners.put(key, more);
    }
  }

  /**
   * Calls {@code action} with every key of an account.
   *
   * @param attributePaths the attributes whose values are keys as well
   */
  public static void keysOf(Account account, Set<String> attributePaths, Consumer<Key> action) {
    for (LoginIdKind kind : KINDS) {
      LoginId id = account.loginId(kind);
      if (id != null) {
        action.accept(id.key());
      }
    }
    account.externalIds().forEach(id -> action.accept(id.key()));
    for (String path : attributePaths) {
      Key key = KeyText.keyOf(path, account);
      if (key != null) {
        action.accept(key);
      }
    }
  }
}
