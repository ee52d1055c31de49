package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
import dev.muster.user.LoginId;

/**
 * {@code email}, {@code phone_number} or {@code preferred_username}. It is set for new users. For
 * existing ones it is set or, if null, removed, unless it is the identifier.
 *
 * @param isIdentifier whether it is the identifier of the request
 */
record LoginIdWish(AuthgearIdentifier field, boolean isIdentifier, Patch<LoginId> patch)
    implements Wish {

  @Override
  public boolean grant(Draft draft) {
    LoginId next = patch.orNull();
    if (draft.creating()) {
      if (next == null) {
        draft.warn(Remark.NO_EFFECT_FOR_NEW.with(field.wireName() + " = null"));
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
