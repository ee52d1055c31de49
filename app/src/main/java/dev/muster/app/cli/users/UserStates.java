package dev.muster.app.cli.users;

import dev.muster.app.cli.session.EnumNames;
import dev.muster.app.store.UserFilter;

/** The names of {@link UserFilter.State}. */
final class UserStates extends EnumNames<UserFilter.State> {

  UserStates() {
    super("state", UserFilter.State.values(), UserFilter.State::wireName);
  }
}
