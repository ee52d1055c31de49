package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import org.jspecify.annotations.Nullable;

/** The properties that only new users get. */
record NewUserWish(RowIds ids, boolean phoneVerified, boolean blocked) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (!draft.creating()) {
      return false;
    }
    loginId(draft, LoginIdKind.EMAIL, ids.email());
    loginId(draft, LoginIdKind.USERNAME, ids.username());
    loginId(draft, LoginIdKind.PHONE_NUMBER, ids.phoneNumber());
    if (phoneVerified && ids.phoneNumber() != null) {
      draft.account().verified(LoginIdKind.PHONE_NUMBER, true);
    }
    draft.account().disabled(blocked);
    if (ids.userId() != null) {
      draft.account().addExternalId(ids.userId());
    }
    return true;
  }

  private static void loginId(Draft draft, LoginIdKind kind, @Nullable LoginId loginId) {
    if (loginId != null) {
      draft.account().loginId(kind, loginId);
    }
  }
}
