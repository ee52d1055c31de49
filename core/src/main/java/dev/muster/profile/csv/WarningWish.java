package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;

/**
 * Warns about a cell whenever the row is applied, and changes nothing. It is never idempotent: a
 * row with a warning is always applied again, so that it is warned about again.
 */
record WarningWish(Column origin, String message) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    draft.warn(message, origin.columnIndex());
    return false;
  }

  @Override
  public int column() {
    return origin.columnIndex();
  }
}
