package dev.muster.app.store.directory;

import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sql.WriteBehind;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Turns failures that the data has caused into {@link DataViolation}, for those who can bisect. */
final class RefusedData {

  private RefusedData() {}

  /** Does a write as {@link Sql#writeBehind} does. */
  static void writeBehind(Sql sql, WriteBehind.Write write) {
    sql.writeBehind(
        () -> {
          try {
            write.run();
          } catch (SQLException e) {
            DataViolation violation = sql.violation(e);
            if (violation != null) {
              throw violation;
            }
            throw e;
          }
        });
  }

  /** The same failure, for a caller that does not bisect. */
  static StoreUnavailable unavailable(Sql sql, DataViolation violation) {
    return violation.getCause() instanceof SQLException cause
        ? sql.unavailable(cause)
        : new StoreUnavailable(
            String.valueOf(violation.getMessage()), "Run muster db check.", violation);
  }

  /** The answer to a query; a database may be unable to look for a value. */
  static <T> T noticed(Sql sql, Supplier<T> query) {
    try {
      return query.get();
    } catch (StoreUnavailable e) {
      DataViolation violation =
          e.getCause() instanceof SQLException cause ? sql.violation(cause) : null;
      if (violation != null && !violation.maybeRace()) {
        throw violation;
      }
      throw e;
    }
  }
}
