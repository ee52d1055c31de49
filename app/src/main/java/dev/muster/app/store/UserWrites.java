package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import dev.muster.decide.Conflict;
import dev.muster.password.HashReplacement;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes single users outside imports. Each call is a transaction, or part of the running one.
 * After a conflict with another writer, the call retries. For one thread at a time.
 */
public interface UserWrites {

  /**
   * Changes the account of a user. Its keys follow the rules of its realm.
   *
   * @param at the user's new modification time, if the account changes
   * @param change computes the new account from the current one; may be called several times
   * @throws StoreUnavailable if the store can't be written, or conflicts persist
   */
  Result change(long userId, Instant at, UnaryOperator<Account> change);

  /**
   * Stores a better hash of a user's password, if the stored one is still the given one. Neither
   * the modification time nor the record's fingerprint changes, because the user does not.
   *
   * @return whether it was stored
   * @throws StoreUnavailable if the store can't be written, or conflicts persist
   */
  boolean replaceHash(long userId, HashReplacement replacement);

  /**
   * Deletes a user with its keys. Its number is never given out again.
   *
   * @param at the time of deletion to record
   * @return whether the user existed
   * @throws StoreUnavailable if the store can't be written, or conflicts persist
   */
  boolean delete(long userId, Instant at);

  /** The result of a change. */
  sealed interface Result {

    /** The account was changed. */
    record Changed(User before, User after) implements Result {}

    /** The new account equals the old one; nothing was written. */
    record Unchanged(User user) implements Result {}

    /** The user does not exist. */
    record NotFound() implements Result {}

    /**
     * The new account has values that must be unique but belong to other users; nothing was
     * written.
     *
     * @param user the unchanged user
     * @param conflicts at least one
     */
    record Taken(User user, List<Conflict> conflicts) implements Result {

      public Taken {
        conflicts = List.copyOf(conflicts);
      }
    }
  }
}
