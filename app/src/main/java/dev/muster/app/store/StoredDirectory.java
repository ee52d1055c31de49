package dev.muster.app.store;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Account;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One realm's users as a database has them. A chunk costs one look-up of its keys, one of the users
 * found, and one write of what changes, which goes on while the next chunk is decided on. Used by
 * one thread.
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
  private final KeyScopes uniqueness;
  private final Supplier<Catalog> catalog;
  private final TemporaryIndex lookups;
  private final Set<String> attributePaths;
  private final FirstImportFilter firstImport;
  private final Map<Key, KeyHash> hashes = new HashMap<>(); // of one chunk
  private List<KeyRow> newKeys = new ArrayList<>(); // not written yet
  private boolean gathersKeys;
  private Catalog roles = Catalog.EMPTY;
  private long refreshedIn;

  StoredDirectory(
      Sql sql,
      DirectoryTables tables,
      Realm realm,
      Supplier<Catalog> catalog,
      TemporaryIndex lookups) {
    this.sql = sql;
    this.tables = tables;
    this.realm = realm;
    this.uniqueness = new KeyScopes(realm);
    this.catalog = catalog;
    this.lookups = lookups;
    this.attributePaths = new HashSet<>(realm.attributeScopes().keySet());
    this.attributePaths.addAll(lookups.paths());
    this.firstImport = new FirstImportFilter(sql, tables);
  }

  @Override
  public DirectoryView load(ChunkQuery query) {
    return RefusedData.noticed(sql, () -> find(query));
  }

  private DirectoryView find(ChunkQuery query) {
    refresh();
    hashes.clear();
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
    users.values().forEach(user -> spare(rest, user, owners));
    ask(rest, owners);
    return new DirectoryView(owners, users, roles, attributePaths);
  }

  @Override
  public Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    refresh();
    return tables.stillCurrent(fingerprints);
  }

  /** In a transaction that writes, nobody else can: one look a transaction is enough. */
  private void refresh() {
    long transaction = sql.transaction();
    if (transaction == 0 || transaction != refreshedIn) {
      tables.enter(realm);
      lookups.refresh();
      firstImport.refresh();
      roles = catalog.get();
      refreshedIn = transaction;
    }
  }

  /** Those of the keys that somebody may have. */
  private Set<Key> possible(Set<Key> keys) {
    if (firstImport.mayHoldAny()) {
      return new HashSet<>(keys);
    }
    Set<Key> possible = new HashSet<>();
    for (Key key : keys) {
      if (firstImport.mayHold(hash(key)) || (key.isAttribute() && !lookups.paths().isEmpty())) {
        possible.add(key);
      }
    }
    return possible;
  }

  private void ask(Set<Key> keys, Map<Key, List<Owner>> owners) {
    if (keys.isEmpty()) {
      return;
    }
    Map<KeyHash, Key> asked = new HashMap<>(keys.size() * 2);
    for (Key key : keys) {
      if (firstImport.mayHold(hash(key))) {
        asked.put(hash(key), key);
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
    lookups.find(keys, (key, owner) -> note(owners, key, owner));
  }

  /**
   * Takes keys out that a user who was found has already: where they are unique in the realm,
   * nobody else of the realm can.
   */
  private void spare(Set<Key> keys, User user, Map<Key, List<Owner>> owners) {
    if (user.realm() != realm.number()) {
      return;
    }
    keys(
        user.account(),
        key -> {
          if (uniqueness.scope(key) == UniqueScope.REALM && keys.remove(key)) {
            note(owners, key, new Owner(user.id(), user.realm()));
          }
        });
  }

  private KeyHash hash(Key key) {
    return hashes.computeIfAbsent(key, KeyHash::of);
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<KeyRow> added = new ArrayList<>(changes.size() * 3);
    List<KeyRow> dropped = new ArrayList<>();
    for (UserChange change : changes) {
      keyChanges(change, added, dropped);
    }
    added.forEach(row -> firstImport.add(row.key()));
    if (!dropped.isEmpty()) {
      writeNewKeys(); // some may be among them
    }
    newKeys.addAll(added);
    // where every chunk looks its keys up, waiting would only put their writing off until then
    boolean wait = gathersKeys && !firstImport.mayHoldAny() && newKeys.size() < KEYS_AT_ONCE;
    writeBehind(tables.write(dropped, changes, wait ? List.of() : takeNewKeys()));
    lookups.absorb(changes);
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
      writeBehind(tables.write(List.of(), List.of(), takeNewKeys()));
    }
  }

  private void writeBehind(WriteBehind.Write write) {
    sql.writeBehind(RefusedData.noticed(sql, write));
  }

  /** Takes locks, fills look-up tables and writes keys, which a savepoint must not roll back. */
  void prepareSavepoint() {
    refresh();
    writeNewKeys();
  }

  /** Drops keys that were gathered since a savepoint, with the work that is rolled back. */
  void forgetNewKeys() {
    newKeys.clear();
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

  private void keyChanges(UserChange change, List<KeyRow> added, List<KeyRow> dropped) {
    User after = change.after();
    if (change.before() == null) {
      keys(after.account(), key -> added.add(row(key, after)));
      return;
    }
    if (sameLoginIds(change.before().account(), after.account())) {
      return;
    }
    Set<Key> old = new LinkedHashSet<>();
    Set<Key> now = new LinkedHashSet<>();
    keys(change.before().account(), old::add);
    keys(after.account(), now::add);
    for (Key key : old) {
      if (!now.contains(key)) {
        dropped.add(row(key, after));
      }
    }
    for (Key key : now) {
      if (!old.contains(key)) {
        added.add(row(key, after));
      }
    }
  }

  /** True when no key of the user can have changed; spares most updates a comparison of sets. */
  private boolean sameLoginIds(Account before, Account after) {
    return realm.attributeScopes().isEmpty()
        && Objects.equals(before.username(), after.username())
        && Objects.equals(before.email(), after.email())
        && Objects.equals(before.phoneNumber(), after.phoneNumber())
        && before.externalIds().equals(after.externalIds());
  }

  private void keys(Account account, Consumer<Key> action) {
    DirectoryView.keysOf(account, realm.attributeScopes().keySet(), action);
  }

  private KeyRow row(Key key, User user) {
    return new KeyRow(hash(key), uniqueness.scopeNumber(key, user), user.realm(), user.id());
  }

  private static void note(Map<Key, List<Owner>> owners, Key key, Owner owner) {
    List<Owner> known = owners.getOrDefault(key, List.of());
    if (known.isEmpty()) {
      owners.put(key, List.of(owner));
    } else if (!known.contains(owner)) {
      owners.put(key, Stream.concat(known.stream(), Stream.of(owner)).toList());
    }
  }
}
