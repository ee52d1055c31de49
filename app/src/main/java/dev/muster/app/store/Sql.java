package dev.muster.app.store;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few honest lines over one JDBC connection, for one thread. In a transaction, writes may be left
 * to go on by themselves ({@link #writeBehind}); everything else waits for them first. A connection
 * that is lost is replaced by the next call outside a transaction.
 */
final class Sql implements AutoCloseable {

  private final SqlDialect dialect;
  private final WriteBehind writeBehind = new WriteBehind();
  private @Nullable Connection connection;
  private boolean inTransaction;
  private long transactions;

  Sql(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /** Runs a statement; the number of rows it changed. */
  int execute(String sql, @Nullable Object... parameters) {
    return attempt(
        () -> {
          try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
          }
        });
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
    return attempt(
        () -> {
          try (PreparedStatement statement = prepare(sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(row.read(rows));
            }
            return all;
          }
        });
  }

  /** Reads rows one by one, without holding them all. */
  void each(String sql, Row<?> row, @Nullable Object... parameters) {
    attempt(
        () -> {
          SqlDialect.AfterQuery after = inTransaction ? () -> {} : dialect.stream(connection());
          try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.setFetchSize(dialect.rowsAtOnce());
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                row.read(rows);
              }
            }
            return true;
          } finally {
            after.run();
          }
        });
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** One number; 0 for no row. */
  long number(String sql, @Nullable Object... parameters) {
    return first(sql, rows -> rows.getLong(1), parameters).orElse(0L);
  }

  /** A statement that the caller keeps and closes; not where connections can be lost. */
  PreparedStatement statement(String sql) {
    return attempt(() -> connection().prepareStatement(sql));
  }

  /**
   * Does work in one transaction: all of it, or, when it throws, nothing. Inside a transaction it
   * takes part in that one.
   */
  <T> T inTransaction(Supplier<T> work) {
    return inTransaction(dialect::begin, work);
  }

  /**
   * Reads in one transaction that sees the database as it was at its first look, and locks out
   * nobody.
   */
  <T> T inSnapshot(Supplier<T> work) {
    return inTransaction(dialect::beginReading, work);
  }

  private <T> T inTransaction(Begin begin, Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    attempt(
        () -> {
          begin.on(connection());
          return true;
        });
    inTransaction = true;
    transactions++;
    boolean done = false;
    try {
      T result = work.get();
      attempt(
          () -> {
            dialect.commit(connection());
            return true;
          });
      done = true;
      return result;
    } finally {
      inTransaction = false;
      if (!done) {
        rollBack();
      }
    }
  }

  /** The number of the transaction that is going on, from 1; 0 outside of any. */
  long transaction() {
    return inTransaction ? transactions : 0;
  }

  /**
   * Does a write while the caller goes on; at the end of the transaction at the latest. Outside of
   * any it is done at once, in one of its own. It may use the connection and this object, and fails
   * the next call here.
   */
  void writeBehind(WriteBehind.Write write) {
    if (!inTransaction) {
      inTransaction(
          () ->
              attempt(
                  () -> {
                    write.run();
                    return true;
                  }));
      return;
    }
    try {
      writeBehind.add(write);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    writeBehind.close();
    drop();
  }

  private void rollBack() {
    try {
      writeBehind.awaitWrites();
    } catch (SQLException e) {
      dialect.ignored(e); // the failure that brought us here is the one to tell
    }
    try {
      if (connection != null) {
        dialect.rollBack(connection);
      }
    } catch (SQLException e) {
      dialect.ignored(e); // a lost connection rolls back by itself
      drop();
    }
  }

  private void drop() {
    Connection dropped = connection;
    connection = null;
    try {
      if (dropped != null) {
        dropped.close();
      }
    } catch (SQLException e) {
      dialect.ignored(e);
    }
  }

  /** Runs JDBC calls; what they throw becomes a message with a remedy. */
  <T> T attempt(Work<T> work) {
    try {
      writeBehind.awaitWrites();
      return work.run();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** What the database refuses for the sake of its data; null if the failure is of another kind. */
  @Nullable DataViolation violation(SQLException e) {
    return dialect.violation(e);
  }

  StoreUnavailable unavailable(SQLException e) {
    StoreUnavailable reason = dialect.explain(e);
    if (reason.kind() == StoreUnavailable.Kind.AWAY && !inTransaction) {
      drop();
    }
    return reason;
  }

  /** The connection, for what has no method here; inside {@link #attempt} or a later write. */
  Connection connection() throws SQLException {
    if (connection == null) {
      connection = dialect.connect();
    }
    return connection;
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection().prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Starts a transaction. */
  private interface Begin {
    void on(Connection connection) throws SQLException;
  }

  /** Something that JDBC may refuse. */
  interface Work<T> {
    T run() throws SQLException;
  }
}
