package dev.muster.app.store;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The users as a database has them, seen from one realm. Keys of users follow the rules of their
 * own realm. A chunk costs one look-up of its keys, one of the users found, and one write of what
 * changes, which goes on while the next chunk is decided on. Used by one thread.
 */
final class StoredDirectory implements Directory {

  /**
   * New keys that are written together. They are spread over the whole index: the more are put in
   * at once, in its order, the more of them share a page.
   */
  private static final int KEYS_AT_ONCE = 12_000;

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
  private final Set<Integer> kept = new HashSet<>(); // realms whose rules stay, by transaction
  private long refreshedIn;

  /**
   * A directory.
   *
   * @param realm has the rules that the directory follows, or will when it is written to
   * @param records about how many records its run has
   */
  StoredDirectory(
      Sql sql,
      DirectoryTables tables,
      Realm realm,
      Catalogue catalogue,
      TemporaryIndex lookups,
      long records) {
    this.sql = sql;
    this.tables = tables;
    this.realm = realm;
    this.catalogue = catalogue;
    this.lookups = lookups;
    this.keys = new UserKeys(RealmRules.DEFAULTS.with(realm));
    this.firstImport = new FirstImportFilter(tables, records);
  }

  @Override
  public DirectoryView load(ChunkQuery query) {
    return RefusedData.noticed(sql, () -> find(query));
  }

  private DirectoryView find(ChunkQuery query) {
    refresh();
    keys.forgetHashes();
    Map<Key, List<Owner>> owners = new HashMap<>();
    Set<Key> first = possible(query.identities());
    first.addAll(possible(query.claims()));
    ask(first, owners);
    Set<Long> wanted = new TreeSet<>(query.users());
    for (Key identity : query.identities()) {
      owners.getOrDefault(identity, List.of()).forEach(owner -> wanted.add(owner.userId()));
    }
    Map<Long, User> users = users(wanted);
    Set<Key> rest = possible(query.loginKeys());
    rest.removeAll(first);
    if (!keepRulesOfOthers(users.values())) {
      users.values().forEach(user -> spare(rest, user, owners));
    }
    ask(rest, owners);
    return new DirectoryView(owners, users, roles, keys.rules(), lookups.paths());
  }

  /** Makes sure of the rules of users of other realms; whether there are such users. */
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

  /** In a transaction that writes, nobody else can: one look a transaction is enough. */
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

  /** Keys by other rules than those of the directory would guard nothing. */
  private void requireRules(RealmRules stored) {
    if (!stored.of(realm.number()).hasSameRules(realm)) {
      throw new StoreUnavailable(
          "the rules of uniqueness of realm " + realm.name() + " were changed by somebody else",
          "See that all use the same muster.yml, then go on: the import follows its rules.",
          new IllegalStateException("rules of realm " + realm.number()));
    }
  }

  /** Those of the keys that somebody may have. */
  private Set<Key> possible(Set<Key> some) {
    if (firstImport.mayHoldAny()) {
      return new HashSet<>(some);
    }
    Set<Key> possible = new HashSet<>();
    for (Key key : some) {
      if (firstImport.mayHold(keys.hash(key))
          || (key.isAttribute() && !lookups.paths().isEmpty())) {
        possible.add(key);
      }
    }
    return possible;
  }

  private void ask(Set<Key> some, Map<Key, List<Owner>> owners) {
    if (some.isEmpty()) {
      return;
    }
    Map<KeyHash, Key> asked = new HashMap<>(some.size() * 2);
    for (Key key : some) {
      if (firstImport.mayHold(keys.hash(key))) {
        asked.put(keys.hash(key), key);
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
   * Takes keys out that a user of this realm who was found has already: where they are unique in
   * the realm, nobody else of the realm can. Not where users of other realms may be changed, who
   * may have the same keys.
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
      keys.changes(change, added, dropped);
    }
    added.forEach(row -> firstImport.add(row.key()));
    if (!dropped.isEmpty()) {
      writeNewKeys(); // some may be among them
    }
    newKeys.addAll(added);
    // where every chunk looks its keys up, waiting would only put their writing off until then
    boolean wait = gathersKeys && !firstImport.mayHoldAny() && newKeys.size() < KEYS_AT_ONCE;
    RefusedData.writeBehind(sql, tables.write(dropped, changes, wait ? List.of() : takeNewKeys()));
    lookups.update(changes);
  }

  /**
   * Does all the work of a transaction that is going on. Meanwhile keys are gathered; in the end,
   * or when one is asked for, they are written.
   */
  <T> T gathering(Supplier<T> work) {
    gathersKeys = true;
    try {
      T result = work.get();
      writeNewKeys();
      return result;
    } finally {
      gathersKeys = false;
      newKeys.clear(); // of work that is undone
    }
  }

  /** Writes the gathered keys; needed before a look-up. */
  void writeNewKeys() {
    if (!newKeys.isEmpty()) {
      RefusedData.writeBehind(sql, tables.write(List.of(), List.of(), takeNewKeys()));
    }
  }

  /** Forgets gathered keys and locks, which a savepoint has rolled back. */
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

  /** The rows of {@code login_keys} that a user has. */
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

  /** What a directory has besides users. */
  interface Catalogue {

    /** The rules of uniqueness that its keys follow. */
    RealmRules rules();

    /** Roles and groups of a realm. */
    Catalog of(Realm realm);
  }
}
