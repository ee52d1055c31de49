package dev.muster.match;

import dev.muster.prepare.Candidate;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the users that a candidate's identities match: users of one realm by login ids and
 * attributes, users of any realm by external ids. Immutable and thread-safe.
 */
public final class Matcher {

  private final int realm;
  private final boolean ownRealmOnly;

  public Matcher(int realm) {
    this(realm, false);
  }

  /**
   * A matcher for an import into a realm.
   *
   * @param ownRealmOnly whether users of other realms, which external ids may find, can't be
   *     changed: they are disputed
   */
  public Matcher(int realm, boolean ownRealmOnly) {
    this.realm = realm;
    this.ownRealmOnly = ownRealmOnly;
  }

  public Match match(Candidate candidate, DirectoryView view) {
    List<Long> found = new ArrayList<>(1);
    find(candidate.identity(), candidate, view, found);
    if (!candidate.furtherIdentities().isEmpty()) {
      candidate.furtherIdentities().forEach(key -> find(key, candidate, view, found));
    }
    if (ownRealmOnly && found.stream().anyMatch(id -> view.user(id).realm() != realm)) {
      return new Match.Disputed(found);
    }
    return switch (found.size()) {
      case 0 -> new Match.Unmatched();
      case 1 -> new Match.Matched(view.user(found.get(0)));
      default -> new Match.Disputed(found);
    };
  }

  private void find(Key identity, Candidate candidate, DirectoryView view, List<Long> found) {
    boolean anyRealm = identity.isExternalId();
    for (Owner owner : view.owners(identity)) {
      if ((anyRealm || owner.realm() == realm)
          && !found.contains(owner.userId())
          && candidate.identifies(view.user(owner.userId()))) {
        found.add(owner.userId());
      }
    }
  }
}
