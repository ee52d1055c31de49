package dev.muster.app.store;

import dev.muster.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Queries about users, for commands. */
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

  /** The number of users of a realm; of all realms if {@code realm} is empty. */
  long count(Optional<Integer> realm);

  /**
   * Passes the users of a realm, or of all realms, to {@code reader}, in order of their creation.
   */
  void each(Optional<Integer> realm, Consumer<User> reader);
}
