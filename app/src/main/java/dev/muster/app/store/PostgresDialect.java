package dev.muster.app.store;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections from a pool; what is lost is replaced. */
record PostgresDialect(DataSource pool, PostgresErrors errors) implements SqlDialect {

  private static final int ROWS_AT_ONCE = 2000;

  @Override
  public Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  @Override
  public void beginReading(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement set = connection.createStatement()) {
      set.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** The driver reads rows in portions only inside a transaction. */
  @Override
  public AfterQuery stream(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    return () -> commit(connection);
  }

  @Override
  public int rowsAtOnce() {
    return ROWS_AT_ONCE;
  }

  @Override
  public StoreUnavailable explain(SQLException e) {
    return errors.explain(e);
  }

  @Override
  public @Nullable DataViolation violation(SQLException e) {
    return errors.violation(e);
  }
}
