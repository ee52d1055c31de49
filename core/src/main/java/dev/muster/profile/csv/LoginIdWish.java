package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import org.jspecify.annotations.Nullable;

/**
 * Sets a login id. A verified column marks an e-mail address as verified if it changes it; an
 * unchanged address keeps its mark.
 *
 * @param next null to remove it
 */
record LoginIdWish(Column origin, LoginIdKind kind, @Nullable LoginId next) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    if (!draft.account().loginId(kind, next)) {
      return false;
    }
    if (next != null && kind == LoginIdKind.EMAIL && origin.has(Flag.VERIFIED)) {
      draft.account().verified(kind, true);
    }
    return true;
  }
}
