package dev.muster.prepare;

import dev.muster.password.EncodedHash;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.problem.WarningCode;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.Catalog;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account while wishes are applied to it, and the warnings they give. Not thread-safe. */
public final class Draft {

  private final @Nullable User before;
  private final AccountEditor account;
  private final Catalog catalog;
  private final boolean elsewhere;
  private final Instant now;
  private final List<Warning> warnings = new ArrayList<>(2);
  private final List<Problem> complaints = new ArrayList<>(0);
  private @Nullable Problem refusal;

  /**
   * Starts a draft.
   *
   * @param before the user to be updated; null to create one
   * @param realm the number of the import's realm
   * @param catalog the roles and groups of that realm
   * @param now the time of the import
   */
  public Draft(@Nullable User before, int realm, Catalog catalog, Instant now) {
    this.before = before;
    this.account = new AccountEditor(before == null ? null : before.account());
    this.elsewhere = before != null && before.realm() != realm;
    this.catalog = elsewhere ? Catalog.EMPTY : catalog;
    this.now = now;
  }

  /** Whether the user does not exist yet. */
  public boolean creating() {
    return before == null;
  }

  /** The account as it was; empty for a new user. */
  public Account before() {
    return before == null ? Account.EMPTY : before.account();
  }

  public AccountEditor account() {
    return account;
  }

  /** The roles and groups that the account can have; none for a user of another realm. */
  public Catalog catalog() {
    return catalog;
  }

  /** Whether the user belongs to another realm than the import's. */
  public boolean isElsewhere() {
    return elsewhere;
  }

  public Instant now() {
    return now;
  }

  /**
   * Ends the registration of an existing user who gets a password: a link to choose a first one
   * must not replace it.
   */
  public void endRegistrationIfPasswordSet() {
    EncodedHash password = account.password();
    if (before != null && password != null && !password.equals(before.account().password())) {
      account.registrationDue(false);
    }
  }

  /** Adds a warning; the record does not fail. */
  public void warn(String message) {
    warnings.add(Warning.of(message));
  }

  /** Adds a warning about the cell in a 0-based column; the record does not fail. */
  public void warn(String message, int column) {
    warnings.add(new Warning(message, column));
  }

  /** Adds a warning of a kind that is counted, about the cell in a 0-based column. */
  public void warn(WarningCode code, String message, int column) {
    warnings.add(new Warning(message, column, Optional.of(code.wireName())));
  }

  /** Reports a part of the record that can't be applied; the record does not fail. */
  public void complain(Problem problem) {
    complaints.add(problem);
  }

  /** Makes the whole record fail; the first refusal counts. */
  public void refuse(Problem problem) {
    if (refusal == null) {
      refusal = problem;
    }
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  public List<Problem> complaints() {
    return List.copyOf(complaints);
  }

  public @Nullable Problem refusal() {
    return refusal;
  }
}
