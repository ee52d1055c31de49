package dev.muster.app.store;

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
 * to go on by themselves ({@link #later}); everything else waits for them first.
 */
final class Sql implements AutoCloseable {

  private final Connection connection;
  private final SqlErrors errors;
  private final String begin;
  private final LaterWrites laterWrites = new LaterWrites();
  private boolean inTransaction;
  private long transactions;

  /**
   * Works on a connection in auto-commit mode.
   *
   * @param begin the statement that starts a transaction which is going to write
   */
  Sql(Connection connection, SqlErrors errors, String begin) {
    this.connection = connection;
    this.errors = errors;
    this.begin = begin;
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
          try (PreparedStatement statement = prepare(sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              row.read(rows);
            }
            return true;
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

  /** A statement that the caller keeps and closes. */
  PreparedStatement statement(String sql) {
    return attempt(() -> connection.prepareStatement(sql));
  }

  /**
   * Does work in one transaction: all of it, or, when it throws, nothing. Inside a transaction it
   * takes part in that one.
   */
  <T> T inTransaction(Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    execute(begin);
    inTransaction = true;
    transactions++;
    boolean done = false;
    try {
      T result = work.get();
      execute("COMMIT");
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
   * Does a write while the caller goes on; in a transaction, at its end at the latest. Outside it
   * is done at once. It may use the connection and this object, and fails the next call here.
   */
  void later(LaterWrites.Write write) {
    attempt(
        () -> {
          if (inTransaction) {
            laterWrites.add(write);
          } else {
            write.run();
          }
          return true;
        });
  }

  @Override
  public void close() {
    laterWrites.close();
    try {
      connection.close();
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }

  private void rollBack() {
    try {
      laterWrites.settle();
    } catch (SQLException e) {
      errors.ignored(e);
    }
    try (PreparedStatement rollback = connection.prepareStatement("ROLLBACK")) {
      rollback.execute();
    } catch (SQLException e) {
      // the failure that brought us here is the one to tell; a lost connection rolls back by itself
      errors.ignored(e);
    }
  }

  /** Runs JDBC calls; what they throw becomes a message with a remedy. */
  <T> T attempt(Work<T> work) {
    try {
      laterWrites.settle();
      return work.run();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  StoreUnavailable unavailable(SQLException e) {
    return errors.explain(e);
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something that JDBC may refuse. */
  interface Work<T> {
    T run() throws SQLException;
  }
}
