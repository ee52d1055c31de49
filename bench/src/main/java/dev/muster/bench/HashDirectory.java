package dev.muster.bench;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.RealmRules;
import dev.muster.user.Role;
import dev.muster.user.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory in hash tables, so that only the engine is measured. */
final class HashDirectory implements Directory {

  private static final Catalog CATALOG =
      new Catalog(List.of(), People.GROUPS.stream().map(key -> new Role(key, key)).toList());

  private final Map<Key, Owner> owners = new HashMap<>();
  private final Map<Long, User> users = new HashMap<>();

  @Override
  public DirectoryView load(ChunkQuery inquiry) {
    Map<Key, List<Owner>> found = new HashMap<>();
    Map<Long, User> whole = new HashMap<>();
    for (Key key : inquiry.identities()) {
      Owner owner = owners.get(key);
      if (owner != null) {
        found.put(key, List.of(owner));
        whole.put(owner.userId(), user(owner.userId()));
      }
    }
    for (Set<Key> keys : List.of(inquiry.loginKeys(), inquiry.claims())) {
      for (Key key : keys) {
        Owner owner = owners.get(key);
        if (owner != null) {
          found.put(key, List.of(owner));
        }
      }
    }
    inquiry.users().forEach(id -> whole.put(id, user(id)));
    return new DirectoryView(found, whole, CATALOG, RealmRules.DEFAULTS, Set.of());
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    for (UserChange change : changes) {
      User after = change.after();
      users.put(after.id(), after);
      Owner owner = new Owner(after.id(), after.realm());
      DirectoryView.keysOf(after.account(), Set.of(), key -> owners.put(key, owner));
    }
  }

  private User user(long id) {
    User user = users.get(id);
    if (user == null) {
      throw new IllegalStateException("no user " + id);
    }
    return user;
  }
}
