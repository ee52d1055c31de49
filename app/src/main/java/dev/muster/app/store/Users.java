package dev.muster.app.store;

import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Queries about users. */
public interface Users {

  /** Converts user numbers to public ids. */
  UserIds ids();

  /**
   * The users of a realm that a login identifies. It is tried as user name, e-mail address, phone
   * number, user id and {@code SOURCE:ID}, in this order, until one of them finds users.
   */
  List<User> find(int realm, String login);

  /** The user with a number, of any realm. */
  Optional<User> withNumber(long number);

  /** The users with these numbers, of whom some may be gone, in any order. */
  List<User> withNumbers(Collection<Long> numbers);

  /** The number of users of a realm; of all realms if {@code realm} is empty. */
  long count(Optional<Integer> realm);

  /**
   * Passes the users of a realm, or of all realms, to {@code reader}, in order of their creation.
   */
  void each(Optional<Integer> realm, Consumer<User> reader);

  /**
   * Users that match a filter, in order of their numbers, which is the order of their creation. So
   * users that are created meanwhile come on later pages, and none is passed over or shown twice.
   * The result is right whether or not the search index is up to date.
   *
   * @param after only users after this place
   * @param limit the most users to return; at least 1
   */
  UserPage page(UserFilter filter, UserCursor after, int limit);

  /**
   * The number of users that were created or changed since they were indexed. Each page has to look
   * at those of them that come before its end.
   */
  long unindexed();

  /** Whether {@link #unindexed} is more than 0. Much faster than that. */
  boolean indexLags();

  /**
   * Brings a portion of the search index up to date, which may take a second or more. It reads
   * users in a snapshot and writes in short transactions, so that other writers hardly wait. If two
   * threads or processes do it at the same time, the result is right, but part of the work is done
   * twice; see {@link Database#holdIndexing}.
   *
   * @param stop asked often; after it has returned true, the portion ends early
   * @return whether there is more to do
   */
  boolean indexPortion(BooleanSupplier stop);

  /** Brings a portion of the search index up to date. */
  default boolean indexPortion() {
    return indexPortion(() -> false);
  }
}
