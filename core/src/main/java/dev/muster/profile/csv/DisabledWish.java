package dev.muster.profile.csv;

import dev.muster.prepare.Draft;

/** Disables the account, or enables it again. */
record DisabledWish(Column origin, boolean disabled) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.account().disabled(disabled);
  }
}
