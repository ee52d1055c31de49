package dev.muster.profile.csv;

import org.jspecify.annotations.Nullable;

/** The cells of one row. */
public interface Cells {

  /** The cell's text without surrounding white space; null if the row ends before the column. */
  @Nullable String at(Column column);
}
