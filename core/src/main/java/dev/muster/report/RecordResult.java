package dev.muster.report;

import dev.muster.decide.Decision;
import dev.muster.decide.Notes;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.util.BitSet;
import java.util.List;

/**
 * What happened to one record.
 *
 * @param changed whether the user changed; always true for inserted, never for failed
 * @param userId the number of its user; 0 for failed records
 * @param warnings in the dialect's order
 * @param problems for failed records at least one; for others the parts that could not be applied
 * @param effects the 0-based columns whose cells changed something; not to be modified
 * @param changes the changed attributes; empty unless the import lists them
 * @param invited whether the user was created and is to get a mail to choose a password
 */
public record RecordResult(
    Position position,
    Outcome outcome,
    boolean changed,
    long userId,
    List<Warning> warnings,
    List<Problem> problems,
    BitSet effects,
    List<Change> changes,
    boolean invited) {

  /** The result of a record whose user gets no mail. */
  public RecordResult(
      Position position,
      Outcome outcome,
      boolean changed,
      long userId,
      List<Warning> warnings,
      List<Problem> problems,
      BitSet effects,
      List<Change> changes) {
    this(position, outcome, changed, userId, warnings, problems, effects, changes, false);
  }

  /** The result of carrying out a decision. */
  public static RecordResult of(Position position, Decision decision, boolean withChanges) {
    return decision.fold(new ResultOf(position, withChanges));
  }

  /** The result of a record that could not be prepared. */
  public static RecordResult of(Prepared.Invalid invalid) {
    return failed(invalid.position(), List.of(), invalid.problems());
  }

  /** The result of a record that changed nothing and gave no warning. */
  public static RecordResult unchanged(Position position, long userId) {
    return new RecordResult(
        position,
        Outcome.UPDATED,
        false,
        userId,
        List.of(),
        List.of(),
        Notes.NO_EFFECTS,
        List.of());
  }

  /** This result, with outcome skipped if it is an update that changed nothing. */
  public RecordResult skippedIfSame() {
    return outcome == Outcome.UPDATED && !changed
        ? new RecordResult(
            position, Outcome.SKIPPED, false, userId, warnings, problems, effects, changes)
        : this;
  }

  /**
   * The result of a record that is not about a user.
   *
   * @param problems at least one for a failed record, otherwise none
   */
  public static RecordResult ofOther(
      Position position, Outcome outcome, List<String> warnings, List<Problem> problems) {
    boolean changed = outcome == Outcome.INSERTED || outcome == Outcome.UPDATED;
    return new RecordResult(
        position,
        outcome,
        changed,
        0,
        warnings.stream().map(Warning::of).toList(),
        problems,
        new BitSet(0),
        List.of());
  }

  private static RecordResult failed(
      Position position, List<Warning> warnings, List<Problem> problems) {
    return new RecordResult(
        position, Outcome.FAILED, false, 0, warnings, problems, new BitSet(0), List.of());
  }

  /** The result of each kind of decision. */
  private record ResultOf(Position position, boolean withChanges)
      implements Decision.Cases<RecordResult> {

    @Override
    public RecordResult create(Decision.Create create) {
      return done(
          Outcome.INSERTED,
          true,
          create.user(),
          create.notes(),
          diff(Account.EMPTY, create.user().account()),
          create.user().account().isInvited());
    }

    @Override
    public RecordResult update(Decision.Update update) {
      return done(
          Outcome.UPDATED,
          true,
          update.after(),
          update.notes(),
          diff(update.before().account(), update.after().account()),
          false);
    }

    @Override
    public RecordResult unchanged(Decision.Unchanged same) {
      return done(Outcome.UPDATED, false, same.user(), same.notes(), List.of(), false);
    }

    @Override
    public RecordResult skip(Decision.Skip skip) {
      return done(Outcome.SKIPPED, false, skip.user(), skip.notes(), List.of(), false);
    }

    @Override
    public RecordResult repeat(Decision.Repeat repeat) {
      return done(
          Outcome.SKIPPED,
          repeat.changed(),
          repeat.after(),
          repeat.notes(),
          diff(repeat.before().account(), repeat.after().account()),
          false);
    }

    @Override
    public RecordResult reject(Decision.Reject reject) {
      return failed(position, reject.notes().warnings(), reject.problems());
    }

    private RecordResult done(
        Outcome outcome,
        boolean changed,
        User user,
        Notes notes,
        List<Change> changes,
        boolean invited) {
      return new RecordResult(
          position,
          outcome,
          changed,
          user.id(),
          notes.warnings(),
          notes.complaints(),
          notes.effects(),
          changes,
          invited);
    }

    private List<Change> diff(Account before, Account after) {
      return withChanges ? Changes.between(before, after) : List.of();
    }
  }
}
