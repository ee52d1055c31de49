package dev.muster.profile.csv;

import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.read.Position;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while it is being prepared. Not thread-safe. */
final class RowDraft {

  private final Position position;
  private final Cells cells;
  private final WrongCells wrongCells;
  private final List<Problem> problems = new ArrayList<>(0);
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Wish> lastWishes = new ArrayList<>(0);
  private final List<Key> gains = new ArrayList<>(2);
  private final List<Claim> claims = new ArrayList<>(2);
  private @Nullable BitSet refusedCells;
  private @Nullable Key identity;
  private @Nullable String exactUsername;
  private @Nullable List<Wish> wishesOnRepeat;

  RowDraft(Position position, Cells cells, WrongCells wrongCells) {
    this.position = position;
    this.cells = cells;
    this.wrongCells = wrongCells;
  }

  /** Adds a problem of a cell; the row fails, unless wrong cells of the column are left out. */
  void complain(Column column, String message) {
    if (!isRefused(column) && !isLeftOut(column, message)) {
      problems.add(problem(column, message));
    }
  }

  /**
   * Adds a problem of a cell that no row may lack.
   *
   * @param message a fixed text, which programs compare
   * @param explanation what the cell probably is, and what to do; may be empty
   */
  void complain(Column column, String message, String explanation) {
    Problem problem = problem(column, message);
    problems.add(
        explanation.isEmpty()
            ? problem
            : problem.with("hash", Struct.of("error", Value.of(explanation))));
  }

  /**
   * Adds a problem of a cell; the row fails, unless wrong cells of the column are left out.
   *
   * @param message a fixed text, which programs compare
   * @param advice what to do; may be empty
   */
  void complainWithAdvice(Column column, String message, String advice) {
    if (advice.isEmpty()) {
      complain(column, message);
    } else if (!isRefused(column) && !isLeftOut(column, message + ' ' + advice)) {
      problems.add(problem(column, message).with("advice", Struct.of("error", Value.of(advice))));
    }
  }

  /**
   * Adds a problem of a cell with its text, from which a summary can tell how dates are written.
   */
  void complainOfValue(Column column, String message, String text) {
    if (isRefused(column) || isLeftOut(column, message)) {
      return;
    }
    boolean date = column.declaration().filter(it -> it.kind() == AttributeKind.DATE).isPresent();
    Problem problem = problem(column, message);
    problems.add(
        date ? problem.with("date", Struct.of("value", Value.of(ShownText.cut(text)))) : problem);
  }

  /** Adds a problem of a cell that has no value at all; no other problem of it is added. */
  void refuseCell(Column column, String message) {
    complain(column, message);
    BitSet refused = refusedCells == null ? new BitSet() : refusedCells;
    refused.set(column.place());
    refusedCells = refused;
  }

  private boolean isRefused(Column column) {
    return refusedCells != null && refusedCells.get(column.place());
  }

  private boolean isLeftOut(Column column, String message) {
    boolean leftOut = wrongCells == WrongCells.LEAVE_OUT && !column.isNeeded();
    if (leftOut) {
      warn(column, Remark.LEFT_OUT.with(shown(column, cells.at(column)), message));
    }
    return leftOut;
  }

  private static String shown(Column column, @Nullable String text) {
    return SecretText.isSecretName(column.name())
        ? SecretText.REDACTED
        : ShownText.quoted(text == null ? "" : text);
  }

  private static Problem problem(Column column, String message) {
    boolean constant = column.columnIndex() < 0;
    return Problem.inColumn(
        ProblemCode.DATA_ERROR,
        constant ? "constant " + column.name() + ": " + message : message,
        column.columnIndex());
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  /** Adds a sentence about the whole row to the first problem. */
  void say(String sentence) {
    Problem first = problems.get(0);
    problems.set(0, first.saying(first.message() + ' ' + sentence));
  }

  /** Says that the row seems to be of no user, with the first problem or as a warning. */
  void sayStray(StrayRow stray) {
    if (hasProblems()) {
      say(stray.sentence());
    } else {
      wish(stray);
    }
  }

  /** Adds a warning about a cell, which is given if the row does not fail. */
  void warn(Column column, String message) {
    wishes.add(new WarningWish(column, message));
  }

  /** Warns about a boolean cell that counts as true although its text means "no" to people. */
  void warnIfNegative(Column column, String text) {
    String warning = NegativeWords.warning(text);
    if (warning != null) {
      warn(column, warning);
    }
  }

  /** Warns about an invisible character in the cell of an id or a key. */
  void warnIfInvisible(Column column, String text) {
    InvisibleCharacters.warning(text).ifPresent(message -> warn(column, message));
  }

  /** Warns about a text that a program probably wrote in place of something else. */
  void warnIfSuspect(Column column, String text) {
    String warning = SuspectText.warning(text);
    if (warning != null && !SecretText.isSecretName(column.name())) {
      warn(column, warning);
    }
  }

  void wish(Wish wish) {
    wishes.add(wish);
  }

  /** Adds a wish that is granted after those of all cells. */
  void wishAtLast(Wish wish) {
    lastWishes.add(wish);
  }

  /** Adds a key that the user will have and that may have to be unique. */
  void mayGain(Key key) {
    gains.add(key);
  }

  /**
   * Adds the value of a column, which may identify the user, and may have to be unique.
   *
   * @param shown the user name that a matching user must have exactly; null if the key suffices
   */
  void value(Column column, Key key, @Nullable String shown) {
    if (column.isClaimed()) {
      claims.add(column.claim(key));
    }
    if (column.has(Flag.KEY)) {
      identity = key;
      exactUsername = shown;
    }
  }

  /** Allows an earlier row about the same user; then only these wishes are granted. */
  void allowRepetition(List<Wish> wishesThen) {
    wishesOnRepeat = wishesThen;
  }

  Prepared prepared() {
    if (!problems.isEmpty()) {
      return new Prepared.Invalid(position, List.copyOf(problems));
    }
    if (identity == null) {
      throw new IllegalStateException("a row without a key went unnoticed");
    }
    wishes.addAll(lastWishes);
    return new Prepared.Ready(
        new Candidate(position, identity, exactUsername, wishes, gains, claims, wishesOnRepeat));
  }
}
