package dev.muster.profile.csv;

import dev.muster.user.Key;
import org.jspecify.annotations.Nullable;

/** Interprets the cells of one column, or of two that belong together. Immutable. */
interface CellRule {

  String REQUIRED = "This field is required.";

  /** Adds the wishes of a row's cell, or its problems. */
  void read(Cells cells, RowDraft row);

  /**
   * The key in the cell that no other row may have. Null if the cell is empty or invalid, or if
   * repetitions are allowed.
   */
  default @Nullable Key claimedBy(Cells cells) {
    return null;
  }
}
