package dev.muster.app.store.sqlite;

import dev.muster.app.store.sql.SqlDialect;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a SQLite file. It is never lost.
 *
 * @param writes whether the connection may write
 * @param commits the monitor that is held during each commit
 * @param turns waits until this process has no other writer
 */
record SqliteDialect(
    Connection connection,
    SqliteErrors errors,
    boolean writes,
    Object commits,
    Supplier<SqlDialect.Turn> turns)
    implements SqlDialect {

  /** A read-only connection. */
  SqliteDialect(Connection connection, SqliteErrors errors) {
    this(connection, errors, false, new Object(), () -> SqlDialect.Turn.NOT_NEEDED);
  }

  @Override
  public Turn awaitTurn() {
    return turns.get();
  }

  @Override
  public Connection connect() {
    return connection;
  }

  @Override
  public void begin(Connection to, boolean writing) throws SQLException {
    execute(writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
  }

  @Override
  public void commit(Connection to) throws SQLException {
    synchronized (commits) {
      execute("COMMIT");
    }
  }

  @Override
  public void rollBack(Connection to) throws SQLException {
    execute("ROLLBACK");
  }

  @Override
  public int rowsAtOnce() {
    return 0;
  }

  @Override
  public StoreUnavailable explain(SQLException e) {
    return errors.explain(e);
  }

  @Override
  public @Nullable DataViolation violation(SQLException e) {
    return errors.violation(e);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
