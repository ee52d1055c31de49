package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import dev.muster.decide.Conflict;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes single users outside of imports. Each call is one transaction, unless it takes part in
 * one; whoever is overtaken by another writer looks and changes again. One thread at a time.
 */
public interface UserWrites {

  /**
   * Changes the account of a user. Its keys follow the rules of its realm.
   *
   * @param at the moment that the user carries if it becomes different
   * @param change makes the new account of the present one; may be called several times
   * @throws StoreUnavailable if the store can't be written, or others were faster again and again
   */
  Result change(long userId, Instant at, UnaryOperator<Account> change);

  /**
   * Deletes a user with its keys. Its number is never given out again.
   *
   * @param at the moment that is noted
   * @return whether there was such a user
   * @throws StoreUnavailable if the store can't be written, or others were faster again and again
   */
  boolean delete(long userId, Instant at);

  /** What came of a change. */
  sealed interface Result {

    /** The account is another one now. */
    record Changed(User before, User after) implements Result {}

    /** The new account is the same as the old one; nothing was written. */
    record Unchanged(User user) implements Result {}

    /** There is no such user. */
    record NotFound() implements Result {}

    /**
     * The new account has values that must be unique and belong to somebody else; nothing was
     * written.
     *
     * @param user as it is
     * @param conflicts at least one
     */
    record Taken(User user, List<Conflict> conflicts) implements Result {

      public Taken {
        conflicts = List.copyOf(conflicts);
      }
    }
  }
}
