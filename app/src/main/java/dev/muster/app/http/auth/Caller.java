package dev.muster.app.http.auth;

import dev.muster.app.journal.Actor;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, according to a verified token.
 *
 * @param scopes what the token permits; empty if it names no scopes
 * @param realms the realms that it is limited to; empty for all realms
 */
public record Caller(Actor actor, Optional<Set<Scope>> scopes, Optional<Set<String>> realms) {

  public Caller {
    scopes = scopes.map(Set::copyOf);
    realms = realms.map(Set::copyOf);
  }

  /** Whether the token names a scope. */
  public boolean may(Scope scope) {
    return scopes.map(all -> all.contains(scope)).orElse(false);
  }

  /**
   * Whether the token names a scope, or none at all, as tokens of Authgear's Admin API, which
   * permit everything.
   */
  public boolean mayByAudience(Scope scope) {
    return scopes.map(all -> all.contains(scope)).orElse(true);
  }

  /** Whether the token is valid for some realms only. */
  public boolean isBound() {
    return realms.isPresent();
  }

  /** Whether the token is valid for a realm. */
  public boolean mayUse(String realm) {
    return realms.map(all -> all.contains(realm)).orElse(true);
  }
}
