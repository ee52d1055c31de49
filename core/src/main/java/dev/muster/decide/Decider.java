package dev.muster.decide;

import dev.muster.match.DirectoryView;
import dev.muster.match.Match;
import dev.muster.match.Owner;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.user.Account;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The heart: what shall be done about a record. A pure function of what it is given: no clock, no
 * I/O, no ids of its own. Immutable and thread-safe.
 */
public final class Decider {

  private final Policy policy;
  private final Realm realm;
  private final Instant now;
  private final Uniqueness uniqueness;

  /**
   * Decides by a dialect's policy for one realm.
   *
   * @param now the moment that new and changed users carry
   */
  public Decider(Policy policy, Realm realm, Instant now) {
    this.policy = policy;
    this.realm = realm;
    this.now = now;
    this.uniqueness = new Uniqueness(realm);
  }

  /**
   * Decides about one candidate.
   *
   * @param view the directory after all earlier decisions
   * @param ledger what earlier records of the input took for themselves
   * @param newUserId the number that a new user gets
   */
  public Decision decide(
      Candidate candidate, Match match, DirectoryView view, RepeatLedger ledger, long newUserId) {
    User again = repeatedUser(candidate, view, ledger);
    List<Conflict> repeated = new ArrayList<>(0);
    for (Claim claim : candidate.claims()) {
      RepeatLedger.Entry first = claim.inFile() ? ledger.find(claim.key()) : null;
      if (first != null && (again == null || first.userId() != again.id())) {
        repeated.add(new Conflict(claim.key(), claim.what(), claim.column(), first.line()));
      }
    }
    if (!repeated.isEmpty()) {
      return new Decision.Reject(policy.taken(repeated), Notes.NONE);
    }
    List<Wish> further = candidate.whenRepeated();
    if (again != null && further != null) {
      return repeat(further, again, view);
    }
    return match.fold(
        () -> create(candidate, view, newUserId),
        user -> meet(candidate, user, view),
        ids -> new Decision.Reject(List.of(policy.disputed(ids.size())), Notes.NONE));
  }

  /** The user of an earlier record, where another one about it is allowed; else null. */
  private static @Nullable User repeatedUser(
      Candidate candidate, DirectoryView view, RepeatLedger ledger) {
    if (candidate.whenRepeated() == null) {
      return null;
    }
    RepeatLedger.Entry first = ledger.find(candidate.identity());
    User user = first == null ? null : view.userOrNull(first.userId());
    return user != null && candidate.identifies(user) ? user : null;
  }

  private Decision create(Candidate candidate, DirectoryView view, long newUserId) {
    Draft draft = new Draft(null, realm.number(), view.catalog(), now);
    Notes notes = grant(candidate.wishes(), draft);
    Account account = draft.account().account();
    List<Problem> problems = problems(candidate, draft, account, newUserId, realm.number(), view);
    return problems.isEmpty()
        ? new Decision.Create(
            new User(newUserId, realm.number(), account, now, now, candidate.imprint()), notes)
        : new Decision.Reject(problems, notes);
  }

  private Decision meet(Candidate candidate, User user, DirectoryView view) {
    return switch (policy.onMatch()) {
      case SKIP -> new Decision.Skip(user, Notes.warning(policy.skipWarning()));
      case UPDATE -> update(candidate, user, view);
    };
  }

  private Decision update(Candidate candidate, User user, DirectoryView view) {
    Draft draft = new Draft(user, realm.number(), view.catalog(), now);
    Notes notes = grant(candidate.wishes(), draft);
    Account account = draft.account().account();
    List<Problem> problems = problems(candidate, draft, account, user.id(), user.realm(), view);
    if (!problems.isEmpty()) {
      return new Decision.Reject(problems, notes);
    }
    return account.equals(user.account())
        ? new Decision.Unchanged(user, notes)
        : new Decision.Update(user, user.with(account, now, candidate.imprint()), notes);
  }

  private Decision repeat(List<Wish> wishes, User user, DirectoryView view) {
    Draft draft = new Draft(user, realm.number(), view.catalog(), now);
    Notes notes = grant(wishes, draft);
    Account account = draft.account().account();
    User after = account.equals(user.account()) ? user : user.with(account, now);
    return new Decision.Repeat(user, after, notes);
  }

  /** Conflicts count more than a refusal: those of what was granted before it. */
  private List<Problem> problems(
      Candidate candidate,
      Draft draft,
      Account account,
      long userId,
      int userRealm,
      DirectoryView view) {
    List<Conflict> conflicts =
        uniqueness.conflicts(
            candidate,
            draft.before(),
            account,
            new Owner(userId, userRealm),
            draft.creating(),
            view);
    if (!conflicts.isEmpty()) {
      return policy.taken(conflicts);
    }
    @Nullable Problem refusal = draft.refusal();
    return refusal == null ? List.of() : List.of(refusal);
  }

  private static Notes grant(List<Wish> wishes, Draft draft) {
    BitSet effects = null;
    for (Wish wish : wishes) {
      if (draft.refusal() != null) {
        break; // what the rest would have to say is of no interest any more
      }
      boolean effective = wish.grant(draft);
      if (effective && wish.column() != Problem.NO_COLUMN) {
        effects = effects == null ? new BitSet() : effects;
        effects.set(wish.column());
      }
    }
    return new Notes(
        draft.warnings(), draft.complaints(), effects == null ? Notes.NO_EFFECTS : effects);
  }
}
