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
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conducts one chunk of prepared records through match, decide, apply and report, inside a
 * transaction that is the caller's.
 *
 * <pre>
 *   load every key of the chunk at once
 *   for each record: match it, decide, let the view take the decision in
 *   apply what changed, net, at once
 * </pre>
 *
 * <p>Thread-safe; what belongs to a chunk is passed in.
 */
public final class ChunkImport {

  private final Matcher matcher;
  private final Decider decider;
  private final long firstUserId;
  private final boolean withChanges;

  /**
   * The conductor of one import.
   *
   * @param firstUserId the number of the user that record 0 would create; record n creates {@code
   *     firstUserId + n}, whenever and how often it is tried
   * @param withChanges whether results list what became different
   */
  public ChunkImport(Matcher matcher, Decider decider, long firstUserId, boolean withChanges) {
    this.matcher = matcher;
    this.decider = decider;
    this.firstUserId = firstUserId;
    this.withChanges = withChanges;
  }

  /** Carries out a chunk and says what happened to each of its records, in order. */
  public List<RecordResult> run(List<Prepared> chunk, Directory directory, RepeatLedger ledger) {
    List<RecordResult> results = new ArrayList<>(chunk.size());
    List<Prepared> left = SettledRecords.confirmed(chunk, directory);
    while (!left.isEmpty()) {
      int before = results.size();
      carryOut(left, directory, ledger, results);
      // where one was settled, but its user has changed in this very chunk
      left = SettledRecords.inFull(left.subList(results.size() - before, left.size()));
    }
    return results;
  }

  /** Carries out records in order, up to one that was settled and is so no more. */
  private void carryOut(
      List<Prepared> chunk, Directory directory, RepeatLedger ledger, List<RecordResult> results) {
    DirectoryView view = directory.load(inquiry(chunk, ledger));
    Absorb absorb = new Absorb(view);
    for (Prepared prepared : chunk) {
      if (prepared instanceof Prepared.Ready ready) {
        results.add(decide(ready.candidate(), view, absorb, ledger));
      } else if (prepared instanceof Prepared.Invalid invalid) {
        results.add(RecordResult.of(invalid));
      } else if (prepared instanceof Prepared.Settled settled) {
        if (view.hasChanged(settled.userId())) {
          break;
        }
        results.add(RecordResult.unchanged(settled.position(), settled.userId()));
      }
    }
    directory.apply(view.changes());
  }

  private RecordResult decide(
      Candidate candidate, DirectoryView view, Absorb absorb, RepeatLedger ledger) {
    Match match = matcher.match(candidate, view);
    Decision decision =
        decider.decide(candidate, match, view, ledger, firstUserId + candidate.position().index());
    Optional<User> user = decision.fold(absorb);
    if (user.isPresent()) {
      ledger.take(candidate.claims(), candidate.position().line(), user.get().id());
    } else if (candidate.whenRepeated() == null && !(match instanceof Match.Disputed)) {
      // its values were looked at: a later record with one of them fails all the same
      ledger.take(candidate.claims(), candidate.position().line(), RepeatLedger.NOBODY);
    }
    return RecordResult.of(candidate.position(), decision, withChanges);
  }

  private static ChunkQuery inquiry(List<Prepared> chunk, RepeatLedger ledger) {
    Set<Key> identities = new HashSet<>(chunk.size() * 2);
    Set<Key> loginKeys = new HashSet<>(chunk.size() * 4);
    Set<Key> claims = new HashSet<>();
    Set<Long> users = new HashSet<>();
    for (Prepared prepared : chunk) {
      if (prepared instanceof Prepared.Ready ready) {
        Candidate candidate = ready.candidate();
        identities.add(candidate.identity());
        loginKeys.addAll(candidate.loginKeys());
        for (Claim claim : candidate.claims()) {
          claims.add(claim.key());
          RepeatLedger.Entry first = ledger.find(claim.key());
          if (first != null && first.userId() != RepeatLedger.NOBODY) {
            users.add(first.userId());
          }
        }
      }
    }
    return new ChunkQuery(identities, loginKeys, claims, users);
  }

  /** Lets the view know what was decided; the user that the record is about, none for a reject. */
  private record Absorb(DirectoryView view) implements Decision.Cases<Optional<User>> {

    @Override
    public Optional<User> create(Decision.Create create) {
      return absorbed(null, create.user());
    }

    @Override
    public Optional<User> update(Decision.Update update) {
      return absorbed(update.before(), update.after());
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
          ? absorbed(repeat.before(), repeat.after())
          : Optional.of(repeat.after());
    }

    @Override
    public Optional<User> reject(Decision.Reject reject) {
      return Optional.empty();
    }

    private Optional<User> absorbed(@Nullable User before, User after) {
      view.absorb(before, after);
      return Optional.of(after);
    }
  }
}
