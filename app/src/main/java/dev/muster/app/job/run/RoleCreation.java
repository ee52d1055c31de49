package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.match.UserChange;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory that makes the roles that records name and the realm lacks. They are made in the
 * transaction of the records, so both are kept or neither is. A dry run only imagines them.
 */
final class RoleCreation implements Directory {

  private static final String OPTION = "create_roles";

  /** How often a role is proposed, if others take the keys. */
  private static final int ATTEMPTS_MAX = 10;

  private final Directory target;
  private final Session store;
  private final Job job;
  private final Realm realm;
  private final List<Role> imagined = new ArrayList<>();

  private RoleCreation(Directory target, Session store, Job job, Realm realm) {
    this.target = target;
    this.store = store;
    this.job = job;
    this.realm = realm;
  }

  /** Whether an import makes the roles that are missing. */
  static boolean isWanted(Job job) {
    return Value.TRUE.equals(job.options().formatOptions().get(OPTION));
  }

  /** The directory that an import works with. */
  static Directory of(Directory target, Session store, Job job, Realm realm) {
    return isWanted(job) ? new RoleCreation(target, store, job, realm) : target;
  }

  @Override
  public Predicate<Key> mayHaveOwner() {
    return target.mayHaveOwner();
  }

  @Override
  public DirectoryView load(ChunkQuery query) {
    DirectoryView view = target.load(query);
    if (query.roles().isEmpty()) {
      return view;
    }
    boolean allThere = query.roles().stream().allMatch(role -> role.in(view.catalog()) != null);
    return allThere ? view : view.withCatalog(completed(query.roles()));
  }

  private Catalog completed(Set<RoleReference> wanted) {
    Catalog before = current(); // may have more than the view, which is older
    List<Role> made = new ArrayList<>();
    for (RoleReference reference : wanted) {
      for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
        Catalog now = before.with(made);
        Optional<Role> lacking =
            reference.in(now) == null ? reference.proposed(now) : Optional.empty();
        if (lacking.isEmpty() || make(lacking.get())) {
          lacking.ifPresent(made::add);
          break;
        }
        before = current(); // another import made a role with that key, perhaps for another name
      }
    }
    return before.with(made);
  }

  private Catalog current() {
    if (imagined.isEmpty()) {
      return store.catalogs().of(realm);
    }
    List<Role> roles = new ArrayList<>(store.catalogs().roles(realm));
    roles.addAll(imagined);
    return new Catalog(roles, store.catalogs().groups(realm));
  }

  /** Makes a role; false if there is one with its key. */
  private boolean make(Role role) {
    if (job.options().dryRun()) {
      return imagined.add(role);
    }
    if (!store.catalogs().createRole(realm.number(), role)) {
      return false;
    }
    Struct detail =
        new Struct.Builder()
            .append("realm", Value.of(realm.name()))
            .append("name", Value.of(role.name()))
            .append("import", Value.of(job.id()))
            .build();
    store
        .journal()
        .add(
            job.createdAt(),
            job.provenance().actor(),
            JournalAction.ROLE_CREATED,
            role.key(),
            detail);
    return true;
  }

  @Override
  public Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    return target.stillCurrent(fingerprints);
  }

  @Override
  public void apply(Collection<UserChange> changes) {
    target.apply(changes);
  }
}
