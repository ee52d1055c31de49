package dev.muster.app.console.page;

import dev.muster.app.journal.Actor;
import java.util.Optional;
import java.util.Set;

/**
 * The administrator who reads a page.
 *
 * @param realms the names of the realms that the administrator is limited to; empty for all realms
 */
public record SignedIn(String name, Optional<Set<String>> realms) {

  public SignedIn {
    realms = realms.map(Set::copyOf);
  }

  /** Whether the administrator may see and import users of a realm. */
  public boolean mayUse(String realm) {
    return realms.map(all -> all.contains(realm)).orElse(true);
  }

  /** Whether the administrator may see what belongs to no realm, such as services. */
  public boolean mayUseAll() {
    return realms.isEmpty();
  }

  /** The author of the administrator's changes, for the journal and for imports. */
  public Actor actor() {
    return new Actor(Actor.Kind.ADMIN, name);
  }
}
