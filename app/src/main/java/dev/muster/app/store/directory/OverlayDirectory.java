package dev.muster.app.store.directory;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Owner;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a dry run. Changes are written to a scratch directory only, and reads combine
 * the scratch with the unchanged base. A changed user is stored completely in the scratch; its row
 * and keys in the base are then ignored.
 */
public final class OverlayDirectory implements Directory {

  private final Directory base;
  private final Directory scratch;

  public OverlayDirectory(Directory base, Directory scratch) {
    this.base = base;
    this.scratch = scratch;
  }

  @Override
  public DirectoryView load(ChunkQuery query) {
    DirectoryView under = base.load(query);
    Set<Key> keys = new HashSet<>(query.identities());
    keys.addAll(query.loginKeys());
    keys.addAll(query.claims());
    Set<Long> known = new HashSet<>(query.users());
    keys.forEach(key -> under.owners(key).forEach(owner -> known.add(owner.userId())));
    DirectoryView over =
        scratch.load(new ChunkQuery(query.identities(), query.loginKeys(), query.claims(), known));

    Map<Key, List<Owner>> owners = new HashMap<>();
    Map<Long, User> users = new HashMap<>();
    for (Key key : keys) {
      List<Owner> all = new ArrayList<>(over.owners(key));
      for (Owner owner : under.owners(key)) {
        if (over.userOrNull(owner.userId()) == null) {
          all.add(owner);
        }
      }
      owners.put(key, all);
      all.forEach(owner -> put(users, owner.userId(), over, under));
    }
    query.users().forEach(id -> put(users, id, over, under));
    return under.showing(owners, users);
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    Set<Long> ids = new HashSet<>();
    changes.forEach(change -> ids.add(change.after().id()));
    DirectoryView touched = scratch.load(ChunkQuery.aboutUsers(ids));
    scratch.apply(
        changes.stream()
            .map(change -> new UserChange(touched.userOrNull(change.after().id()), change.after()))
            .toList());
  }

  private static void put(Map<Long, User> users, long id, DirectoryView over, DirectoryView under) {
    @Nullable User user = over.userOrNull(id);
    user = user == null ? under.userOrNull(id) : user;
    if (user != null) {
      users.put(id, user);
    }
  }
}
