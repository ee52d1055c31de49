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
 * Gathers the values of one attribute that are numbers whose canonical text the database does not
 * know how to make, such as {@code 1e3}.
 */
public final class OtherNumbers {

  public static final int AT_ONCE = 5000;

  private final String path;

  public OtherNumbers(String path) {
    this.path = path;
  }

  /**
   * Gathers them, some at a time.
   *
   * @param after the first of those with greater user numbers than the one given, in that order
   * @param add takes rows of key, user number and realm
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

  /** Reads a row of value, user number and realm. */
  public static Found read(ResultSet row) throws SQLException {
    return new Found(row.getString(1), row.getLong(2), row.getInt(3));
  }

  /** A number that a user has. */
  public record Found(String literal, long user, int realm) {}
}
