package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;

/** What one cell asks for. Applied only if the column's create or update flag allows it. */
interface CellWish extends Wish {

  Column origin();

  /** Applies itself, the flags permitting. */
  boolean write(Draft draft);

  @Override
  default boolean grant(Draft draft) {
    return origin().writes(draft.creating()) && write(draft);
  }

  @Override
  default int column() {
    return origin().columnIndex();
  }
}
