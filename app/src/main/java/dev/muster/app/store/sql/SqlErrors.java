package dev.muster.app.store.sql;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Explains a database's errors, and their remedies. */
public interface SqlErrors {

  StoreUnavailable explain(SQLException e);

  /**
   * The error as a violation that certain values caused: a constraint, or a value that the database
   * can't store. Null if it is of another kind.
   */
  @Nullable DataViolation violation(SQLException e);

  /** Logs an error that needs no handling, usually because another error caused it. */
  default void ignored(SQLException e) {
    System.getLogger(SqlErrors.class.getName()).log(System.Logger.Level.DEBUG, "rollback", e);
  }
}
