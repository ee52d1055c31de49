package dev.muster.app.console.imports;

import java.util.List;

/**
 * The columns of a wide file that a page shows.
 *
 * @param from the 0-based place of the first
 * @param size how many
 */
record ColumnWindow(int from, int size) {

  private static final int MOST = 30;

  /** The window that begins at a place, which the query of a page names. */
  static ColumnWindow at(String place) {
    return new ColumnWindow(place.matches("[0-9]{1,5}") ? Integer.parseInt(place) : 0, MOST);
  }

  /** Those of all columns that it shows. */
  <T> List<T> of(List<T> all) {
    int start = Math.min(from, all.size());
    return all.subList(start, Math.min(all.size(), start + size));
  }
}
