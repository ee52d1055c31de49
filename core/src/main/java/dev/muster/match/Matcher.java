package dev.muster.match;

import dev.muster.prepare.Candidate;
import java.util.ArrayList;
import java.util.List;

/** Finds the user a candidate is about, within one realm; external ids know no realms. */
public final class Matcher {

  private final int realm;

  public Matcher(int realm) {
    this.realm = realm;
  }

  public Match match(Candidate candidate, DirectoryView view) {
    boolean anyRealm = candidate.identity().isExternalId();
    List<Long> found = new ArrayList<>(1);
    for (Owner owner : view.owners(candidate.identity())) {
      if ((anyRealm || owner.realm() == realm) && candidate.identifies(view.user(owner.userId()))) {
        found.add(owner.userId());
      }
    }
    return switch (found.size()) {
      case 0 -> new Match.Unmatched();
      case 1 -> new Match.Matched(view.user(found.get(0)));
      default -> new Match.Disputed(found);
    };
  }
}
