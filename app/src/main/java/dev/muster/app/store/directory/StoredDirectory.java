package dev.muster.app.store.directory;

import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.sql.Sql;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import dev.muster.user.Realm;
import dev.muster.user.RealmRules;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The users in a database, as an import into one realm sees them. Keys of users of other realms
 * follow their own realm's rules. A chunk takes one look-up of its keys, one of the users found,
 * and one write of the changes, which runs while the next chunk is decided. For one thread.
 */
public final class StoredDirectory implements Directory {

  /**
   * New keys to collect before a write: the more are inserted together, the more share an index
   * page.
   */
  private static final int KEYS_AT_ONCE = 50_000;

  private final Sql sql;
  private final DirectoryTables tables;
  private final Realm realm;
  private final Catalogue catalogue;
  private final TemporaryIndex lookups;
  private final FirstImportFilter firstImport;
  private final UserKeys keys;
  private List<KeyRow> newKeys = new ArrayList<>(); // not written yet
  private boolean gathersKeys;
  private Catalog roles = Catalog.EMPTY;
  private final Set<Integer> kept =
      new HashSet<>(); // realms whose rules this transaction has locked
  private long refreshedIn;

  /**
   * Opens a directory.
   *
   * @param realm the realm, with the uniqueness rules that the stored keys follow, or will follow
   *     before anything is written
   * @param surveyed what the import's survey knows of its keys
   */
  public StoredDirectory(
      Sql sql,
      DirectoryTables tables,
      Realm realm,
      Catalogue catalogue,
      TemporaryIndex lookups,
      SurveyedKeys surveyed) {
    this.sql = sql;
    this.tables = tables;
    this.realm = realm;
    this.catalogue = catalogue;
    this.lookups = lookups;
    this.keys = new UserKeys(RealmRules.DEFAULTS.with(realm));
    this.firstImport = new FirstImportFilter(tables, surveyed);
  }

  @Override
  public Predicate<Key> mayHaveOwner() {
    refresh();
    boolean anyAttribute = !lookups.paths().isEmpty();
    return key -> firstImport.mayHold(key) || (anyAttribute && key.isAttribute());
  }

  @Override
  public DirectoryView load(ChunkQuery query) {
    return RefusedData.noticed(sql, () -> find(query));
  }

  private DirectoryView find(ChunkQuery query) {
    refresh();
    Map<Key, List<Owner>> owners = new HashMap<>();
    Set<Key> first = new HashSet<>(query.identities());
    first.addAll(query.claims());
    ask(first, owners);
    Set<Long> wanted = new TreeSet<>(query.users());
    for (Key identity : query.identities()) {
      owners.getOrDefault(identity, List.of()).forEach(owner -> wanted.add(owner.userId()));
    }
    Map<Long, User> users = users(wanted);
    Set<Key> rest = new HashSet<>(query.loginKeys());
    rest.removeAll(first);
    if (!keepRulesOfOthers(users.values())) {
      users.values().forEach(user -> spare(rest, user, owners));
    }
    ask(rest, owners);
    return new DirectoryView(owners, users, roles, keys.rules(), lookups.paths());
  }

  /**
   * Locks and loads the rules of other realms that have some of the users; false if there are none.
   */
  private boolean keepRulesOfOthers(Collection<User> users) {
    Set<Integer> others = new TreeSet<>();
    for (User user : users) {
      if (user.realm() != realm.number()) {
        others.add(user.realm());
      }
    }
    if (!kept.containsAll(others)) {
      others.forEach(tables::keepRules);
      kept.addAll(others);
      keys.follow(catalogue.rules().with(realm));
    }
    return !others.isEmpty();
  }

  @Override
  public Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    refresh();
    return tables.stillCurrent(fingerprints);
  }

  /** Takes locks and loads the rules, roles and indexes, once in a transaction. */
  void refresh() {
    long transaction = sql.transaction();
    if (transaction == 0 || transaction != refreshedIn) {
      tables.enter(realm.number());
      lookups.refresh();
      firstImport.refresh();
      roles = catalogue.of(realm);
      RealmRules stored = catalogue.rules();
      if (transaction > 0) {
        requireRules(stored);
      }
      keys.follow(stored.with(realm));
      kept.clear();
      refreshedIn = transaction;
    }
  }

  /** Keys written under outdated rules would not enforce uniqueness. */
  private void requireRules(RealmRules stored) {
    if (!stored.of(realm.number()).hasSameRules(realm)) {
      throw new StoreUnavailable(
          "the rules of uniqueness of realm " + realm.name() + " were changed by somebody else",
          "See that all use the same muster.yml, then go on: the import follows its rules.",
          new IllegalStateException("rules of realm " + realm.number()));
    }
  }

  private void ask(Set<Key> some, Map<Key, List<Owner>> owners) {
    if (some.isEmpty()) {
      return;
    }
    Map<KeyHash, Key> asked = new HashMap<>(some.size() * 2);
    for (Key key : some) {
      if (firstImport.mayHold(key)) {
        asked.put(key.hash(), key);
      }
    }
    if (!asked.isEmpty()) {
      writeNewKeys();
      tables.findKeys(
          asked.keySet(),
          (hash, keyRealm, userId) -> {
            Key key = asked.get(hash);
            if (key != null) {
              note(owners, key, new Owner(userId, keyRealm));
            }
          });
    }
    lookups.find(some, (key, owner) -> note(owners, key, owner));
  }

  /**
   * Removes keys from a look-up that a loaded user of this realm has: if a key is unique in the
   * realm, no other user of the realm can have it. Not applicable if users of other realms were
   * loaded, who may have the same keys.
   */
  private void spare(Set<Key> some, User user, Map<Key, List<Owner>> owners) {
    KeyScopes own = keys.scopesOf(user);
    own.keysOf(
        user.account(),
        key -> {
          if (own.scope(key) == UniqueScope.REALM && some.remove(key)) {
            note(owners, key, new Owner(user.id(), user.realm()));
          }
        });
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<KeyRow> added = new ArrayList<>(changes.size() * 3);
    List<KeyRow> dropped = new ArrayList<>();
    for (UserChange change : changes) {
      keys.changes(change, added, firstImport, dropped);
    }
    if (!dropped.isEmpty()) {
      writeNewKeys(); // dropped may contain some of them
    }
    newKeys.addAll(added);
    // without the filter, the next chunk's look-up would write the keys anyway
    boolean wait = gathersKeys && !firstImport.mayHoldAny() && newKeys.size() < KEYS_AT_ONCE;
    RefusedData.writeBehind(sql, tables.write(dropped, changes, wait ? List.of() : takeNewKeys()));
    lookups.update(changes);
  }

  /** Runs a transaction's work; new keys are written at its end, or before the next look-up. */
  <T> T gathering(Supplier<T> work) {
    gathersKeys = true;
    try {
      T result = work.get();
      writeNewKeys();
      return result;
    } finally {
      gathersKeys = false;
      newKeys.clear(); // not empty if work was rolled back
    }
  }

  /** Writes the collected keys. Must be called before a look-up. */
  void writeNewKeys() {
    if (!newKeys.isEmpty()) {
      RefusedData.writeBehind(sql, tables.write(List.of(), List.of(), takeNewKeys()));
    }
  }

  /** Discards collected keys and loaded data after a rollback to a savepoint. */
  void rolledBack() {
    newKeys.clear();
    refreshedIn = 0;
  }

  private List<KeyRow> takeNewKeys() {
    List<KeyRow> taken = newKeys;
    newKeys = new ArrayList<>();
    return taken;
  }

  private Map<Long, User> users(Set<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return tables.users(ids).parallelStream()
        .map(Supplier::get)
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  /** The rows that a user should have in {@code login_keys}. */
  List<KeyRow> keyRows(User user) {
    return keys.rows(user);
  }

  private static void note(Map<Key, List<Owner>> owners, Key key, Owner owner) {
    List<Owner> known = owners.getOrDefault(key, List.of());
    if (known.isEmpty()) {
      owners.put(key, List.of(owner));
    } else if (!known.contains(owner)) {
      owners.put(key, Stream.concat(known.stream(), Stream.of(owner)).toList());
    }
  }

  /** Realms, roles and groups of a directory. */
  public interface Catalogue {

    /** The uniqueness rules that the stored keys follow. */
    RealmRules rules();

    /** The roles and groups of a realm. */
    Catalog of(Realm realm);
  }
}
