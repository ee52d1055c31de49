package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.problem.Remark;
import dev.muster.problem.WarningCode;
import dev.muster.user.LoginIdKind;

/**
 * Warns about a new user who is to get a mail, and has no e-mail address. To be granted after all
 * cells that may give one.
 */
record AddressWarning(Column origin) implements CellWish {

  static final String MESSAGE = Remark.NO_EMAIL_ADDRESS.with();

  @Override
  public boolean write(Draft draft) {
    if (draft.creating() && draft.account().loginId(LoginIdKind.EMAIL) == null) {
      draft.warn(WarningCode.NO_EMAIL_ADDRESS, MESSAGE, origin.columnIndex());
    }
    return false;
  }
}
