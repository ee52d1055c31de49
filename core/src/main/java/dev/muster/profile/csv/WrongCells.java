package dev.muster.profile.csv;

/** What a wrong cell of an optional column does to its row. */
public enum WrongCells {
  /** The row fails, as in Authentic2. */
  FAIL,
  /** The row is imported without the cell, with a warning; an existing value stays. */
  LEAVE_OUT
}
