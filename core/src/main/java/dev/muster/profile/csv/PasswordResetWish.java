package dev.muster.profile.csv;

import dev.muster.prepare.Draft;

/** Requires a new password at the next login. */
record PasswordResetWish(Column origin) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.account().passwordResetRequired(true);
  }
}
