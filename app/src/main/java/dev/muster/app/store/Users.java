package dev.muster.app.store;

import dev.muster.user.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Questions about users, one at a time. */
public interface Users {

  /** How user numbers are shown. */
  UserIds ids();

  /**
   * The users of a realm that a login finds: as user name, e-mail address, phone number, user id or
   * {@code SOURCE:ID}, in this order; the first that finds anybody decides.
   */
  List<User> find(int realm, String login);

  /** How many users a realm has; all realms when it is empty. */
  long count(Optional<Integer> realm);

  /** Hands out the users of a realm, or of all, in the order they were made, one at a time. */
  void each(Optional<Integer> realm, Consumer<User> reader);
}
