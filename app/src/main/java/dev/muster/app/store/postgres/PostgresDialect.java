package dev.muster.app.store.postgres;

import dev.muster.app.store.sql.RunningCall;
import dev.muster.app.store.sql.SqlDialect;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * PostgreSQL connections from a pool. A lost connection is replaced.
 *
 * @param seats limit how many connections are taken from the pool
 * @param call records the running call, for {@link PostgresLockWatch}
 * @param writes whether the connections may write
 */
record PostgresDialect(
    DataSource pool, Seats seats, PostgresErrors errors, RunningCall call, boolean writes)
    implements SqlDialect {

  /** Connections that may write and whose calls aren't watched for lock waits. */
  PostgresDialect(DataSource pool, PostgresErrors errors) {
    this(pool, new Seats(1), errors, new RunningCall(), true);
  }

  private static final int ROWS_AT_ONCE = 2000;

  @Override
  public Connection connect() throws SQLException {
    seats.take();
    boolean ready = false;
    try {
      Connection connection = pooled();
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        seats.giveBack();
      }
    }
  }

  private Connection pooled() throws SQLException {
    Connection connection = pool.getConnection();
    boolean ready = false;
    try {
      call.backend(connection.unwrap(PGConnection.class).getBackendPID());
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  @Override
  public void disconnect(Connection connection) throws SQLException {
    try {
      connection.close();
    } finally {
      seats.giveBack();
    }
  }

  @Override
  public void begin(Connection connection, boolean writing) throws SQLException {
    connection.setAutoCommit(false);
    if (!writing) {
      try (Statement set = connection.createStatement()) {
        set.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
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

  /** The driver fetches rows in batches of this size, but only in a transaction. */
  @Override
  public String keepingRows() {
    return " FOR KEY SHARE";
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
