package dev.muster.user;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The uniqueness rules of all realms of a directory. The rules of the user's own realm apply, also
 * in an import into another realm. Immutable and thread-safe.
 */
public final class RealmRules {

  /** All realms have the default rules. */
  public static final RealmRules DEFAULTS = new RealmRules(Set.of());

  private final Map<Integer, Realm> realms;

  /** The rules of these realms; all others have the default rules. */
  public RealmRules(Collection<Realm> realms) {
    Map<Integer, Realm> byNumber = new HashMap<>();
    realms.forEach(realm -> byNumber.put(realm.number(), realm));
    this.realms = Map.copyOf(byNumber);
  }

  /** These rules, with those of one realm replaced. */
  public RealmRules with(Realm realm) {
    Map<Integer, Realm> changed = new HashMap<>(realms);
    changed.put(realm.number(), realm);
    return new RealmRules(changed.values());
  }

  /** A realm with its rules. */
  public Realm of(int number) {
    Realm realm = realms.get(number);
    return realm == null ? new Realm(number, "?", Map.of(), Map.of()) : realm;
  }
}
