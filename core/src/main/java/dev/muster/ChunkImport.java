package dev.muster;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.decide.Decider;
import dev.muster.decide.Decision;
import dev.muster.match.DirectoryView;
import dev.muster.match.Match;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import dev.muster.user.RoleReference;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Imports one chunk of prepared records (match, decide, apply, report) in the caller's transaction.
 *
 * <pre>
 *   load the keys of the chunk that may have owners, all at once
 *   for each record: match it, decide, apply the decision to the view
 *   write the net changes at once
 * </pre>
 *
 * <p>Thread-safe: it keeps no state between chunks.
 */
public final class ChunkImport {

  private final Matcher matcher;
  private final Decider decider;
  private final long firstUserId;
  private final boolean withChanges;
  private final boolean createsRoles;

  /**
   * The engine of one import.
   *
   * @param firstUserId the number of the user that record 0 would create; record n creates {@code
   *     firstUserId + n}, however often it is tried
   * @param withChanges whether results list the changed attributes
   */
  public ChunkImport(Matcher matcher, Decider decider, long firstUserId, boolean withChanges) {
    this(matcher, decider, firstUserId, withChanges, false);
  }

  /**
   * The engine of an import that may make roles.
   *
   * @param createsRoles whether the directory is asked to make the roles that are missing
   */
  public ChunkImport(
      Matcher matcher,
      Decider decider,
      long firstUserId,
      boolean withChanges,
      boolean createsRoles) {
    this.matcher = matcher;
    this.decider = decider;
    this.firstUserId = firstUserId;
    this.withChanges = withChanges;
    this.createsRoles = createsRoles;
  }

  /** Imports a chunk; returns one result for each record, in order. */
  public List<RecordResult> run(List<Prepared> chunk, Directory directory, RepeatLedger ledger) {
    List<RecordResult> results = new ArrayList<>(chunk.size());
    List<Prepared> left = AppliedRecords.recheck(chunk, directory);
    while (!left.isEmpty()) {
      int before = results.size();
      carryOut(left, directory, ledger, results);
      // it stopped at an already applied record whose user has changed in this chunk
      left = AppliedRecords.prepareFully(left.subList(results.size() - before, left.size()));
    }
    return results;
  }

  /** Imports records in order, up to an already applied one whose user has changed since. */
  private void carryOut(
      List<Prepared> chunk, Directory directory, RepeatLedger ledger, List<RecordResult> results) {
    DirectoryView view = directory.load(query(chunk, ledger, directory.mayHaveOwner()));
    RecordInView recordInView = new RecordInView(view);
    for (Prepared prepared : chunk) {
      if (prepared instanceof Prepared.Ready ready) {
        results.add(decide(ready.candidate(), view, recordInView, ledger));
      } else if (prepared instanceof Prepared.Invalid invalid) {
        results.add(RecordResult.of(invalid));
      } else if (prepared instanceof Prepared.AlreadyApplied applied) {
        if (view.hasChanged(applied.userId())) {
          break;
        }
        results.add(RecordResult.unchanged(applied.position(), applied.userId()));
      }
    }
    directory.apply(view.changes());
  }

  private RecordResult decide(
      Candidate candidate, DirectoryView view, RecordInView recordInView, RepeatLedger ledger) {
    Match match = matcher.match(candidate, view);
    Decision decision =
        decider.decide(candidate, match, view, ledger, firstUserId + candidate.position().index());
    Optional<User> user = decision.fold(recordInView);
    if (user.isPresent()) {
      ledger.take(candidate.claims(), candidate.position().line(), user.get().id());
    } else if (candidate.wishesOnRepeat() == null && !(match instanceof Match.Disputed)) {
      // a later record with one of its values fails, although this one failed too
      ledger.take(candidate.claims(), candidate.position().line(), RepeatLedger.NOBODY);
    }
    return RecordResult.of(candidate.position(), decision, withChanges);
  }

  private ChunkQuery query(List<Prepared> chunk, RepeatLedger ledger, Predicate<Key> mayHaveOwner) {
    Set<Key> identities = new HashSet<>(chunk.size() * 2);
    Set<Key> loginKeys = new HashSet<>(chunk.size() * 4);
    Set<Key> claims = new HashSet<>();
    Set<Long> users = new HashSet<>();
    for (Prepared prepared : chunk) {
      if (prepared instanceof Prepared.Ready ready) {
        Candidate candidate = ready.candidate();
        if (mayHaveOwner.test(candidate.identity())) {
          identities.add(candidate.identity());
        }
        for (Key key : candidate.furtherIdentities()) {
          if (mayHaveOwner.test(key)) {
            identities.add(key);
          }
        }
        for (Key key : candidate.loginKeys()) {
          if (!isIdentity(key, candidate) && mayHaveOwner.test(key)) {
            loginKeys.add(key);
          }
        }
        for (Claim claim : candidate.claims()) {
          if (!isIdentity(claim.key(), candidate) && mayHaveOwner.test(claim.key())) {
            claims.add(claim.key());
          }
          RepeatLedger.Entry first = ledger.find(claim.key());
          if (first != null && first.userId() != RepeatLedger.NOBODY) {
            users.add(first.userId());
          }
        }
      }
    }
    return new ChunkQuery(
        identities, loginKeys, claims, users, createsRoles ? roles(chunk) : Set.of());
  }

  private static boolean isIdentity(Key key, Candidate candidate) {
    return key.equals(candidate.identity()) || candidate.furtherIdentities().contains(key);
  }

  private static Set<RoleReference> roles(List<Prepared> chunk) {
    Set<RoleReference> roles = new LinkedHashSet<>();
    for (Prepared prepared : chunk) {
      if (prepared instanceof Prepared.Ready ready) {
        ready.candidate().wishes().forEach(wish -> roles.addAll(wish.roles()));
      }
    }
    return roles;
  }

  /** Applies a decision to the view; returns the record's user, empty for a reject. */
  private record RecordInView(DirectoryView view) implements Decision.Cases<Optional<User>> {

    @Override
    public Optional<User> create(Decision.Create create) {
      return applied(null, create.user());
    }

    @Override
    public Optional<User> update(Decision.Update update) {
      return applied(update.before(), update.after());
    }

    @Override
    public Optional<User> unchanged(Decision.Unchanged unchanged) {
      return Optional.of(unchanged.user());
    }

    @Override
    public Optional<User> skip(Decision.Skip skip) {
      return Optional.of(skip.user());
    }

    @Override
    public Optional<User> repeat(Decision.Repeat repeat) {
      return repeat.changed()
          ? applied(repeat.before(), repeat.after())
          : Optional.of(repeat.after());
    }

    @Override
    public Optional<User> reject(Decision.Reject reject) {
      return Optional.empty();
    }

    private Optional<User> applied(@Nullable User before, User after) {
      view.apply(before, after);
      return Optional.of(after);
    }
  }
}
