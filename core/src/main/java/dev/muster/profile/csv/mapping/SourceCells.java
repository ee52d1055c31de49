package dev.muster.profile.csv.mapping;

import org.jspecify.annotations.Nullable;

/** The cells of one row of a table, by the places that its file has them at. */
public interface SourceCells {

  /**
   * The cell's text without surrounding white space; null if the row ends before it.
   *
   * @param place 0-based
   */
  @Nullable String at(int place);
}
