package dev.muster.app.store;

import dev.muster.user.User;
import java.util.List;
import java.util.Optional;

/**
 * A page of users, in order of their numbers.
 *
 * @param users may have fewer users than the limit, or none, although more follow: a page looks at
 *     a bounded number of users
 * @param next the cursor of the next page; empty at the end
 */
public record UserPage(List<User> users, Optional<UserCursor> next) {

  public UserPage {
    users = List.copyOf(users);
  }
}
