package dev.muster.app.store.directory;

import dev.muster.user.KeyHash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A row of the table {@code login_keys}. */
public record KeyRow(KeyHash key, long scope, int realm, long userId) {

  /** Approximates the order of the index, so that its pages are visited one after the other. */
  public static final Comparator<KeyRow> INDEX_ORDER =
      Comparator.comparingLong(row -> row.key().high());

  private static final int BUCKET_BITS = 12;

  /**
   * Sorts the rows of a chunk in {@link #INDEX_ORDER}. This is a bucket sort by the first bits of
   * the hashes, which are evenly distributed, followed by an insertion sort. An import sorts only a
   * few hundred times, too few for a general sort to become compiled code.
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
