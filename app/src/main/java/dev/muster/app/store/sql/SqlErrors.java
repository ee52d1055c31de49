package dev.muster.app.store.sql;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a database's errors mean, and what to do about them. */
public interface SqlErrors {

  StoreUnavailable explain(SQLException e);

  /** The failure as a refusal of data: a constraint, or an impossible value; null if it is none. */
  @Nullable DataViolation violation(SQLException e);

  /** Takes note of an error that follows from another one. */
  default void ignored(SQLException e) {
    System.getLogger(SqlErrors.class.getName()).log(System.Logger.Level.DEBUG, "rollback", e);
  }
}
