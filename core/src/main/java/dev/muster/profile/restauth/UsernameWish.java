package dev.muster.profile.restauth;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;

/** The name that a new user gets. */
record UsernameWish(LoginId username) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    return draft.creating() && draft.account().loginId(LoginIdKind.USERNAME, username);
  }
}
