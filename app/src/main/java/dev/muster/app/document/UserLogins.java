package dev.muster.app.document;

import dev.muster.app.store.Users;
import dev.muster.user.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The logins by which reports name users. */
public interface UserLogins {

  /** Names nobody. */
  UserLogins NONE = numbers -> Map.of();

  /** The logins of users, by their numbers; without those who have none or may not be named. */
  Map<Long, String> of(Collection<Long> numbers);

  /**
   * The logins that a directory has.
   *
   * @param named who may be named
   */
  static UserLogins of(Users users, Predicate<User> named) {
    return numbers -> {
      Map<Long, String> logins = new HashMap<>();
      for (User user : users.withNumbers(numbers)) {
        if (named.test(user)) {
          user.account().shownLogin().ifPresent(login -> logins.put(user.id(), login.value()));
        }
      }
      return logins;
    };
  }
}
