package dev.muster.profile.csv;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.RealmRules;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A directory small enough to be looked through for every chunk. */
final class FewUsers implements Directory {

  private final Map<Long, User> users = new TreeMap<>();
  private final Catalog catalog;
  private Set<String> lookups = Set.of();

  FewUsers(Catalog catalog) {
    this.catalog = catalog;
  }

  void lookUpBy(Set<String> paths) {
    lookups = paths;
  }

  List<User> all() {
    return List.copyOf(users.values());
  }

  @Override
  public DirectoryView load(ChunkQuery inquiry) {
    Map<Key, List<Owner>> owners = new HashMap<>();
    for (User user : users.values()) {
      DirectoryView.keysOf(
          user.account(),
          lookups,
          key -> {
            if (inquiry.identities().contains(key)
                || inquiry.loginKeys().contains(key)
                || inquiry.claims().contains(key)) {
              owners
                  .computeIfAbsent(key, any -> new ArrayList<>())
                  .add(new Owner(user.id(), user.realm()));
            }
          });
    }
    return new DirectoryView(owners, users, catalog, RealmRules.DEFAULTS, lookups);
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    changes.forEach(change -> users.put(change.after().id(), change.after()));
  }
}
