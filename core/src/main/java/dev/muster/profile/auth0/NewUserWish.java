package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.user.ExternalId;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that only new users get.
 *
 * @param loginIds by kind; others are absent
 * @param userId null if the record has none
 */
record NewUserWish(
    Map<LoginIdKind, LoginId> loginIds,
    boolean phoneVerified,
    boolean blocked,
    @Nullable ExternalId userId)
    implements Wish {

  NewUserWish {
    loginIds = Map.copyOf(loginIds);
  }

  @Override
  public boolean grant(Draft draft) {
    if (!draft.creating()) {
      return false;
    }
    loginIds.forEach(draft.account()::loginId);
    if (phoneVerified && loginIds.containsKey(LoginIdKind.PHONE_NUMBER)) {
      draft.account().verified(LoginIdKind.PHONE_NUMBER, true);
    }
    draft.account().disabled(blocked);
    if (userId != null) {
      draft.account().addExternalId(userId);
    }
    return true;
  }
}
