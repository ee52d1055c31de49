package dev.muster.match;

import dev.muster.prepare.Candidate;
import dev.muster.user.LoginId;
import dev.muster.user.User;
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
      if ((anyRealm || owner.realm() == realm) && shows(candidate, view.user(owner.userId()))) {
        found.add(owner.userId());
      }
    }
    return switch (found.size()) {
      case 0 -> new Match.Unmatched();
      case 1 -> new Match.Matched(view.user(found.get(0)));
      default -> new Match.Disputed(found);
    };
  }

  private static boolean shows(Candidate candidate, User user) {
    String exactly = candidate.exactly();
    LoginId username = user.account().username();
    return exactly == null || (username != null && username.value().equals(exactly));
  }
}
