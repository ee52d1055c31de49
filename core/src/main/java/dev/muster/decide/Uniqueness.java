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
 * Finds values that must be unique and that another user has: the keys that an account gains, by
 * the realm's rules, and the claims of its record.
 */
final class Uniqueness {

  private static final LoginIdKind[] KINDS = {
    LoginIdKind.EMAIL, LoginIdKind.PHONE_NUMBER, LoginIdKind.USERNAME
  };

  private final Realm realm;

  Uniqueness(Realm realm) {
    this.realm = realm;
  }

  /**
   * All conflicts, at most one a key.
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
    Found found = new Found(view, self);
    for (LoginIdKind kind : KINDS) {
      LoginId next = after.loginId(kind);
      if (next != null && !sameCanonical(before.loginId(kind), next)) {
        found.check(
            next.key(), realm.scopeOf(kind), kind.wireName(), columnIndex(candidate, next.key()));
      }
    }
    for (ExternalId id : after.externalIds()) {
      if (!before.externalIds().contains(id)) {
        found.check(Key.of(id), UniqueScope.GLOBAL, "external id", Problem.NO_COLUMN);
      }
    }
    for (Map.Entry<String, UniqueScope> rule : realm.attributeScopes().entrySet()) {
      Key next = KeyText.keyOf(rule.getKey(), after);
      if (next != null && !next.equals(KeyText.keyOf(rule.getKey(), before))) {
        String name = rule.getKey().substring(rule.getKey().indexOf('.') + 1);
        found.check(next, rule.getValue(), name, columnIndex(candidate, next));
      }
    }
    for (Claim claim : candidate.claims()) {
      if (creating || claim.whenUpdating()) {
        found.check(claim.key(), claim.within(), claim.label(), claim.column());
      }
    }
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
    account.externalIds().forEach(id -> reserved.add(Key.of(id)));
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

  private static boolean sameCanonical(@Nullable LoginId before, LoginId next) {
    return before != null && before.findsSameAs(next);
  }

  private static int columnIndex(Candidate candidate, Key key) {
    for (Claim claim : candidate.claims()) {
      if (claim.key().equals(key)) {
        return claim.column();
      }
    }
    return Problem.NO_COLUMN;
  }

  /** The conflicts of one account so far. */
  private static final class Found {

    private final DirectoryView view;
    private final Owner self;
    private final List<Conflict> conflicts = new ArrayList<>(0);

    Found(DirectoryView view, Owner self) {
      this.view = view;
      this.self = self;
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
