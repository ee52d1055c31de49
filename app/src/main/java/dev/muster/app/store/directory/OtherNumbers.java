package dev.muster.app.store.directory;

import dev.muster.user.Key;
import dev.muster.value.DecimalText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Collects the keys of numeric values of one attribute whose canonical text can't be computed in
 * SQL, such as {@code 1e3}.
 */
public final class OtherNumbers {

  public static final int AT_ONCE = 5000;

  private final String path;

  public OtherNumbers(String path) {
    this.path = path;
  }

  /**
   * Collects the keys, in batches.
   *
   * @param after the next batch of values: those of users with greater numbers than the given one,
   *     in order of these numbers; empty at the end
   * @param add receives rows of key text, user number and realm number
   */
  public void gather(LongFunction<List<Found>> after, Consumer<List<Object[]>> add) {
    long last = 0;
    while (true) {
      List<Found> some = after.apply(last);
      if (some.isEmpty()) {
        return;
      }
      List<Object[]> rows = new ArrayList<>(some.size());
      for (Found found : some) {
        String key = Key.ofAttribute(path, DecimalText.of(found.literal())).text();
        rows.add(new Object[] {key, found.user(), found.realm()});
        last = found.user();
      }
      add.accept(rows);
    }
  }

  /** Reads a row of value, user number and realm number. */
  public static Found read(ResultSet row) throws SQLException {
    return new Found(row.getString(1), row.getLong(2), row.getInt(3));
  }

  /** A numeric value as JSON text, with the numbers of its user and realm. */
  public record Found(String literal, long user, int realm) {}
}
