package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.user.LoginId;

/**
 * {@code email}, {@code phone_number} or {@code preferred_username}. A new user gets it; an
 * existing one gets it, or loses it where it is null, unless it is what found the user.
 *
 * @param isIdentifier whether it is what found the user
 */
record LoginIdWish(AuthgearIdentifier field, boolean isIdentifier, Patch<LoginId> patch)
    implements Wish {

  @Override
  public boolean grant(Draft draft) {
    LoginId next = patch.orNull();
    if (draft.creating()) {
      if (next == null) {
        draft.warn(field.wireName() + " = null has no effect in insert.");
        return false;
      }
    } else if (isIdentifier) {
      return false;
    }
    return draft.account().loginId(field.kind(), next);
  }

  @Override
  public boolean idempotent() {
    return true;
  }
}
