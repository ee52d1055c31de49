package dev.muster.profile.csv;

import dev.muster.user.Key;
import org.jspecify.annotations.Nullable;

/** What the cells of one column mean, or of two that belong together. Immutable. */
interface CellRule {

  String REQUIRED = "This field is required.";

  /** Adds what a row's cell asks for, or what is wrong with it. */
  void read(Cells cells, RowDraft row);

  /**
   * The key that the cell holds and that no other row may hold. Null if there is none: the cell is
   * empty or wrong, or repetitions are welcome.
   */
  default @Nullable Key claimedBy(Cells cells) {
    return null;
  }
}
