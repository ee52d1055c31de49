package dev.muster.app.store.directory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A row of the table {@code login_keys}. */
public record KeyRow(KeyHash key, long scope, int realm, long userId) {

  /** The order of the index, near enough to visit its pages one after the other. */
  public static final Comparator<KeyRow> INDEX_ORDER =
      Comparator.comparingLong(row -> row.key().high());

  private static final int BUCKET_BITS = 12;

  /**
   * Rows of a chunk in that order. Hashes are spread evenly: once they are dealt out by their first
   * bits, hardly any is out of its place. (An import sorts some hundred times, for which a general
   * sort is never worth its compilation.)
   */
  public static List<KeyRow> inIndexOrder(List<KeyRow> rows) {
    int[] places = new int[(1 << BUCKET_BITS) + 1];
    for (KeyRow row : rows) {
      places[bucket(row) + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    KeyRow[] ordered = new KeyRow[rows.size()];
    for (KeyRow row : rows) {
      ordered[places[bucket(row)]++] = row;
    }
    for (int i = 1; i < ordered.length; i++) {
      KeyRow row = ordered[i];
      int place = i;
      while (place > 0 && ordered[place - 1].key().high() > row.key().high()) {
        ordered[place] = ordered[place - 1];
        place--;
      }
      ordered[place] = row;
    }
    return Arrays.asList(ordered);
  }

  private static int bucket(KeyRow row) {
    return (int) ((row.key().high() ^ Long.MIN_VALUE) >>> (Long.SIZE - BUCKET_BITS));
  }
}
