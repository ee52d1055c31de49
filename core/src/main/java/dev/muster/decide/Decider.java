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
import dev.muster.user.Key;
import dev.muster.user.Realm;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about a record. A pure function: time and user numbers are arguments, and it
 * does no I/O. Immutable and thread-safe.
 */
public final class Decider {

  private final Policy policy;
  private final Realm realm;
  private final Instant now;
  private final Uniqueness uniqueness;

  /**
   * A decider for one realm, with a dialect's policy.
   *
   * @param now the time of creation or update of the users it changes
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
   * @param ledger the values that earlier records of the input have
   * @param newUserId the number that a new user gets
   */
  public Decision decide(
      Candidate candidate, Match match, DirectoryView view, RepeatLedger ledger, long newUserId) {
    User repeated = repeatedUser(candidate, view, ledger);
    List<Conflict> conflicts = new ArrayList<>(0);
    for (Claim claim : candidate.claims()) {
      RepeatLedger.Entry first = claim.inFile() ? ledger.find(claim.key()) : null;
      if (first != null && (repeated == null || first.userId() != repeated.id())) {
        conflicts.add(new Conflict(claim.key(), claim.label(), claim.column(), first.line()));
      }
    }
    if (!conflicts.isEmpty()) {
      if (policy.tellsAllConflicts()) {
        conflicts.addAll(conflictsWithUsers(candidate, match, view, newUserId));
      }
      return new Decision.Reject(policy.taken(conflicts), Notes.NONE);
    }
    List<Wish> wishes = candidate.wishesOnRepeat();
    if (repeated != null && wishes != null) {
      return repeat(wishes, repeated, view);
    }
    return match.fold(
        () -> create(candidate, view, newUserId),
        user -> decideMatched(candidate, user, view),
        ids -> new Decision.Reject(List.of(disputed(candidate, ids.size())), Notes.NONE));
  }

  private List<Conflict> conflictsWithUsers(
      Candidate candidate, Match match, DirectoryView view, long newUserId) {
    Owner unknown = new Owner(newUserId, realm.number());
    return match.fold(
        () -> uniqueness.conflictsOfClaims(candidate, unknown, true, view),
        user ->
            uniqueness.conflictsOfClaims(
                candidate, new Owner(user.id(), user.realm()), false, view),
        ids -> List.of());
  }

  private Problem disputed(Candidate candidate, int userCount) {
    return candidate.furtherIdentities().isEmpty()
        ? policy.disputed(userCount)
        : policy.disputed(candidate.identities(), userCount);
  }

  /**
   * The user of an earlier record with the same key, if repetitions are allowed; otherwise null.
   */
  private static @Nullable User repeatedUser(
      Candidate candidate, DirectoryView view, RepeatLedger ledger) {
    if (candidate.wishesOnRepeat() == null) {
      return null;
    }
    User user = repeatedUser(candidate.identity(), candidate, view, ledger);
    for (Key key : candidate.furtherIdentities()) {
      user = user == null ? repeatedUser(key, candidate, view, ledger) : user;
    }
    return user;
  }

  private static @Nullable User repeatedUser(
      Key identity, Candidate candidate, DirectoryView view, RepeatLedger ledger) {
    RepeatLedger.Entry first = ledger.find(identity);
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
            new User(newUserId, realm.number(), account, now, now, fingerprint(candidate, account)),
            notes)
        : new Decision.Reject(problems, notes);
  }

  private Decision decideMatched(Candidate candidate, User user, DirectoryView view) {
    return switch (policy.onMatch()) {
      case SKIP -> new Decision.Skip(user, Notes.warning(policy.skipWarning()));
      case UPDATE -> update(candidate, user, view);
      case REJECT -> new Decision.Reject(List.of(policy.exists()), Notes.NONE);
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
        : new Decision.Update(
            user, user.with(account, now, fingerprint(candidate, account)), notes);
  }

  private Decision repeat(List<Wish> wishes, User user, DirectoryView view) {
    Draft draft = new Draft(user, realm.number(), view.catalog(), now);
    Notes notes = grant(wishes, draft);
    Account account = draft.account().account();
    User after = account.equals(user.account()) ? user : user.with(account, now);
    return new Decision.Repeat(user, after, notes);
  }

  /**
   * The fingerprint to store with the user. Null if another user could later get one of the
   * record's identities: the record would then match several users, although this user has not
   * changed.
   */
  private @Nullable RecordFingerprint fingerprint(Candidate candidate, Account account) {
    RecordFingerprint fingerprint = candidate.fingerprint();
    return fingerprint == null
            || candidate.furtherIdentities().isEmpty()
            || uniqueness.reserves(candidate.identities(), account)
        ? fingerprint
        : null;
  }

  /** Conflicts of granted wishes take precedence over a wish's refusal. */
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
        break; // the record fails, so the warnings of the other wishes don't matter
      }
      boolean effective = wish.grant(draft);
      if (effective && wish.column() != Problem.NO_COLUMN) {
        effects = effects == null ? new BitSet() : effects;
        effects.set(wish.column());
      }
    }
    draft.endRegistrationIfPasswordSet();
    return new Notes(
        draft.warnings(), draft.complaints(), effects == null ? Notes.NO_EFFECTS : effects);
  }
}
