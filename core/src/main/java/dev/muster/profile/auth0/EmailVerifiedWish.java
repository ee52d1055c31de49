package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.LoginIdKind;

/** {@code email_verified}: false for a user without an e-mail address. */
record EmailVerifiedWish(boolean flag) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    boolean hasAddress = draft.account().loginId(LoginIdKind.EMAIL) != null;
    return draft.account().verified(LoginIdKind.EMAIL, flag && hasAddress);
  }
}
