package dev.muster.profile.csv;

import dev.muster.password.EncodedHash;
import dev.muster.prepare.Draft;

/** Sets or replaces the password. */
record PasswordWish(Column origin, EncodedHash hash) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.account().password(hash);
  }
}
