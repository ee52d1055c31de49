package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;

/** The wish of one cell. It is applied only if the column's create or update flag allows it. */
interface CellWish extends Wish {

  Column origin();

  /** Applies the wish; called only if the flags allow it. True if the account changed. */
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
