package dev.muster.app.store.directory;

import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sql.WriteBehind;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Turns errors that certain values caused into a {@link DataViolation}, so that the caller can
 * bisect for the record.
 */
final class RefusedData {

  private RefusedData() {}

  /** Like {@link Sql#writeBehind}. */
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

  /** Converts a violation for a caller that does not bisect. */
  static StoreUnavailable unavailable(Sql sql, DataViolation violation) {
    return violation.getCause() instanceof SQLException cause
        ? sql.unavailable(cause)
        : new StoreUnavailable(
            String.valueOf(violation.getMessage()), "Run muster db check.", violation);
  }

  /** The result of a query. A query can fail for a value, too, such as one that is too large. */
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
