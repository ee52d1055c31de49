package dev.muster.decide;

import dev.muster.match.DirectoryView;
import dev.muster.match.KeyText;
import dev.muster.match.Owner;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.problem.Problem;
import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that must be unique but belong to another user, among the keys that an account
 * gains, by the rules of the user's realm, and among the claims of its record. Immutable and
 * thread-safe.
 */
public final class Uniqueness {

  private static final LoginIdKind[] KINDS = {
    LoginIdKind.EMAIL, LoginIdKind.PHONE_NUMBER, LoginIdKind.USERNAME
  };

  private final Realm realm;

  /**
   * Checks for an import into one realm.
   *
   * @param realm the realm with the rules that the import follows; users of other realms follow the
   *     rules in the view
   */
  public Uniqueness(Realm realm) {
    this.realm = realm;
  }

  /**
   * The keys that a change gives to a user but that belong to another user, at most one conflict
   * for each key.
   *
   * @param before the account as it is; empty for a new user
   * @param after the account as it would be
   * @param self the user itself; its realm's rules apply
   * @param view knows the owners of all keys of {@code after}
   */
  public List<Conflict> conflicts(Account before, Account after, Owner self, DirectoryView view) {
    Found found = new Found(view, self, List.of());
    gained(before, after, found);
    return found.conflicts;
  }

  /**
   * All conflicts of a record, at most one for each key.
   *
   * @param before the account as it is; empty for a new user
   * @param after the account as it would be
   * @param self the user itself, which may keep its own values; its realm's rules apply
   */
  List<Conflict> conflicts(
      Candidate candidate,
      Account before,
      Account after,
      Owner self,
      boolean creating,
      DirectoryView view) {
    Found found = new Found(view, self, candidate.claims());
    gained(before, after, found);
    found.claimed(creating);
    return found.conflicts;
  }

  /** The claims of a record on values that other users have, at most one conflict for each key. */
  List<Conflict> conflictsOfClaims(
      Candidate candidate, Owner self, boolean creating, DirectoryView view) {
    Found found = new Found(view, self, candidate.claims());
    found.claimed(creating);
    return found.conflicts;
  }

  /** Whether an account has all of these keys, and no other user can have one of them. */
  boolean reserves(List<Key> keys, Account account) {
    Set<Key> reserved = new HashSet<>();
    for (LoginIdKind kind : KINDS) {
      LoginId id = account.loginId(kind);
      if (id != null && realm.scopeOf(kind) != UniqueScope.NONE) {
        reserved.add(id.key());
      }
    }
    account.externalIds().forEach(id -> reserved.add(id.key()));
    realm
        .attributeScopes()
        .forEach(
            (path, scope) -> {
              Key key = KeyText.keyOf(path, account);
              if (key != null && scope != UniqueScope.NONE) {
                reserved.add(key);
              }
            });
    return reserved.containsAll(keys);
  }

  private void gained(Account before, Account after, Found found) {
    int owner = found.self.realm();
    Realm rules = owner == realm.number() ? realm : found.view.rules().of(owner);
    for (LoginIdKind kind : KINDS) {
      LoginId next = after.loginId(kind);
      if (next != null && !sameCanonical(before.loginId(kind), next)) {
        found.gained(next.key(), rules.scopeOf(kind), kind.wireName());
      }
    }
    for (ExternalId id : after.externalIds()) {
      if (!before.externalIds().contains(id)) {
        found.check(id.key(), UniqueScope.GLOBAL, "external id", Problem.NO_COLUMN);
      }
    }
    for (Map.Entry<String, UniqueScope> rule : rules.attributeScopes().entrySet()) {
      Key next = KeyText.keyOf(rule.getKey(), after);
      if (next != null && !next.equals(KeyText.keyOf(rule.getKey(), before))) {
        String name = rule.getKey().substring(rule.getKey().indexOf('.') + 1);
        found.gained(next, rule.getValue(), name);
      }
    }
  }

  private static boolean sameCanonical(@Nullable LoginId before, LoginId next) {
    return before != null && before.findsSameAs(next);
  }

  /** The conflicts of one account so far. */
  private static final class Found {

    private final DirectoryView view;
    private final Owner self;
    private final List<Claim> claims;
    private final List<Conflict> conflicts = new ArrayList<>(0);

    Found(DirectoryView view, Owner self, List<Claim> claims) {
      this.view = view;
      this.self = self;
      this.claims = claims;
    }

    /** Checks a key that may have come from a column. */
    void gained(Key key, UniqueScope within, String what) {
      check(key, within, what, columnOf(key));
    }

    /** Checks the claims. */
    void claimed(boolean creating) {
      for (Claim claim : claims) {
        if (creating || claim.whenUpdating()) {
          check(claim.key(), claim.within(), claim.label(), claim.column());
        }
      }
    }

    private int columnOf(Key key) {
      for (Claim claim : claims) {
        if (claim.key().equals(key)) {
          return claim.column();
        }
      }
      return Problem.NO_COLUMN;
    }

    void check(Key key, UniqueScope within, String label, int column) {
      if (taken(key, within) && conflicts.stream().noneMatch(known -> known.key().equals(key))) {
        conflicts.add(new Conflict(key, label, column, 0));
      }
    }

    private boolean taken(Key key, UniqueScope within) {
      for (Owner owner : view.owners(key)) {
        boolean inScope =
            switch (within) {
              case NONE -> false;
              case REALM -> owner.realm() == self.realm();
              case GLOBAL -> true;
            };
        if (inScope && owner.userId() != self.userId()) {
          return true;
        }
      }
      return false;
    }
  }
}
