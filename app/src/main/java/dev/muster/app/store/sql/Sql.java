package dev.muster.app.store.sql;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on one JDBC connection, for one thread at a time. In a transaction, writes may run in
 * the background ({@link #writeBehind}); all other calls wait for them first. A lost connection is
 * replaced at the next call outside a transaction.
 */
public final class Sql implements AutoCloseable {

  private final SqlDialect dialect;
  private final WriteBehind writeBehind;
  private final RunningCall call;
  private final KeptConnection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean inTransaction;
  private boolean onlyReads;
  private boolean failed;
  private long transactions;

  /** Without background writes: {@link #writeBehind} runs them at once. */
  public Sql(SqlDialect dialect) {
    this(dialect, Runnable::run);
  }

  /**
   * Connects on first use.
   *
   * @param writer runs background writes, one at a time and in order
   */
  public Sql(SqlDialect dialect, Executor writer) {
    this.dialect = dialect;
    this.connection = new KeptConnection(dialect);
    this.writeBehind = new WriteBehind(writer);
    this.call = dialect.call();
  }

  /** See {@link SqlDialect#keepingRows}. */
  public String keepingRows() {
    return dialect.keepingRows();
  }

  /**
   * Runs a statement and returns the number of rows it changed.
   *
   * @throws IllegalStateException in a snapshot, and if the session only reads
   */
  public int execute(String sql, @Nullable Object... parameters) {
    refuseWhileReading();
    SqlDialect.Turn turn = inTransaction ? SqlDialect.Turn.NOT_NEEDED : dialect.awaitTurn();
    try {
      return attempt(
          () -> {
            try (PreparedStatement statement = connection.prepare(sql, parameters)) {
              return statement.execute() ? 0 : statement.getUpdateCount();
            }
          });
    } finally {
      turn.end();
    }
  }

  private void refuseWhileReading() {
    if (onlyReads || !dialect.writes()) {
      throw new IllegalStateException(
          dialect.writes() ? "a caller that is reading rows wants to write" : "it only reads");
    }
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
    return attempt(
        () -> {
          try (PreparedStatement statement = connection.prepare(sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
              all.add(row.read(rows));
            }
            return all;
          }
        });
  }

  /**
   * Reads rows one by one, without holding them all in memory. Outside a transaction they are read
   * in a snapshot, in which {@code row} may run further queries.
   *
   * @param row must not write; see {@link #inSnapshot}
   */
  public void each(String sql, Row<?> row, @Nullable Object... parameters) {
    inSnapshot(
        () ->
            attempt(
                () -> {
                  try (PreparedStatement statement = connection.prepare(sql, parameters)) {
                    statement.setFetchSize(dialect.rowsAtOnce());
                    try (ResultSet rows = statement.executeQuery()) {
                      while (rows.next()) {
                        row.read(rows);
                      }
                    }
                    return true;
                  }
                }));
  }

  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** The first column of the first row; 0 if there is no row. */
  public long number(String sql, @Nullable Object... parameters) {
    return first(sql, rows -> rows.getLong(1), parameters).orElse(0L);
  }

  /**
   * A cached prepared statement, closed with the connection. Call it only in {@link #attempt} or in
   * a background write. Not for queries that may run again while their rows are being read.
   */
  public PreparedStatement statement(String sql) throws SQLException {
    return connection.kept(sql);
  }

  /**
   * Runs {@code work} in a transaction, rolled back if it throws, or in the running one.
   *
   * @throws IllegalStateException in a snapshot, and if the session only reads
   */
  public <T> T inTransaction(Supplier<T> work) {
    refuseWhileReading();
    if (inTransaction) {
      return work.get();
    }
    SqlDialect.Turn turn = dialect.awaitTurn();
    try {
      return inTransaction(true, work);
    } finally {
      turn.end();
    }
  }

  /**
   * Runs {@code work}, which must not write, in a read-only snapshot that blocks no writers, or in
   * the running transaction.
   */
  public <T> T inSnapshot(Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    onlyReads = true;
    try {
      return inTransaction(false, work);
    } finally {
      onlyReads = false;
    }
  }

  private <T> T inTransaction(boolean writes, Supplier<T> work) {
    attempt(
        () -> {
          dialect.begin(connection(), writes);
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
      List<Runnable> actions = List.copyOf(afterCommit);
      afterCommit.clear();
      if (done) {
        inTransaction = false;
        actions.forEach(Runnable::run);
      } else {
        rollBack();
      }
    }
  }

  /** Runs an action when the transaction commits, if it does; at once outside a transaction. */
  public void afterCommit(Runnable action) {
    if (inTransaction) {
      afterCommit.add(action);
    } else {
      action.run();
    }
  }

  /** The number of the running transaction, counted from 1; 0 if there is none. */
  public long transaction() {
    return inTransaction ? transactions : 0;
  }

  /**
   * Runs a write in the background, before the next other call or the commit; outside a transaction
   * at once, in its own. It may use the connection and this object; its failure is the next call's.
   */
  public void writeBehind(WriteBehind.Write write) {
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
    boolean outermost = call.begin();
    try {
      writeBehind.add(write);
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      if (outermost) {
        call.end();
      }
    }
  }

  /** Whether another session may use the connection after this one. */
  public boolean isReusable() {
    return !failed && !inTransaction && connection.isOpen();
  }

  @Override
  public void close() {
    connection.drop();
  }

  private void rollBack() {
    try {
      writeBehind.awaitWrites();
    } catch (SQLException e) {
      dialect.ignored(e); // the failure that caused the rollback is reported instead
    } finally {
      connection.rollBack();
      inTransaction = false; // not before: writes that are still queued belong to the transaction
    }
  }

  /** Runs JDBC calls after all background writes; converts an SQLException. */
  public <T> T attempt(SqlWork<T> work) {
    boolean outermost = !writeBehind.isWriting() && call.begin();
    try {
      writeBehind.awaitWrites();
      return work.run();
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      if (outermost) {
        call.end();
      }
    }
  }

  /** The error as a violation that certain values caused; null if it is of another kind. */
  public @Nullable DataViolation violation(SQLException e) {
    return dialect.violation(e);
  }

  public StoreUnavailable unavailable(SQLException e) {
    failed = true;
    StoreUnavailable reason = dialect.explain(e);
    if (reason.kind() == StoreUnavailable.Kind.AWAY && !inTransaction) {
      connection.drop();
    }
    return reason;
  }

  /** The connection, for use in {@link #attempt} or in a background write only. */
  public Connection connection() throws SQLException {
    return connection.get();
  }

  /** Reads one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
