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
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One JDBC connection, for one thread at a time. In a transaction, writes may be left to go on by
 * themselves ({@link #writeBehind}); everything else waits for them first. A connection that is
 * lost is replaced by the next call outside a transaction.
 */
final class Sql implements AutoCloseable {

  private final SqlDialect dialect;
  private final WriteBehind writeBehind;
  private final RunningCall call;
  private final KeptConnection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean inTransaction;
  private boolean onlyReads;
  private boolean failed;
  private long transactions;

  /** For callers that leave no writes behind. */
  Sql(SqlDialect dialect) {
    this(dialect, Runnable::run);
  }

  /**
   * Connects when it is first asked for something.
   *
   * @param writer does the writes that are left behind, one at a time and in order
   */
  Sql(SqlDialect dialect, Executor writer) {
    this.dialect = dialect;
    this.connection = new KeptConnection(dialect);
    this.writeBehind = new WriteBehind(writer);
    this.call = dialect.call();
  }

  /**
   * Runs a statement; the number of rows it changed.
   *
   * @throws IllegalStateException where nothing may be written: while rows are read outside of a
   *     transaction, and always if the dialect says so
   */
  int execute(String sql, @Nullable Object... parameters) {
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

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
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
   * Reads rows one by one, without holding them all. Outside of a transaction they are read in a
   * snapshot, which {@code row} may read from as well.
   *
   * @param row must not write; see {@link #inSnapshot}
   */
  void each(String sql, Row<?> row, @Nullable Object... parameters) {
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

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** A number; 0 for no row. */
  long number(String sql, @Nullable Object... parameters) {
    return first(sql, rows -> rows.getLong(1), parameters).orElse(0L);
  }

  /**
   * A statement that is prepared once for a connection and closed with it; inside {@link #attempt}
   * or a later write. Not for queries whose rows are read while the same query may run again.
   */
  PreparedStatement statement(String sql) throws SQLException {
    return connection.kept(sql);
  }

  /**
   * Does work in one transaction: all of it, or, when it throws, nothing. Inside a transaction it
   * takes part in that one.
   *
   * @throws IllegalStateException where nothing may be written: while rows are read outside of a
   *     transaction, and always if the dialect says so
   */
  <T> T inTransaction(Supplier<T> work) {
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
   * Reads in one transaction that sees the database as it was at its first look, and locks out
   * nobody. Inside a transaction it takes part in that one.
   *
   * @param work must not write: {@link #execute} and {@link #inTransaction} refuse to
   */
  <T> T inSnapshot(Supplier<T> work) {
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
      inTransaction = false;
      List<Runnable> actions = List.copyOf(afterCommit);
      afterCommit.clear();
      if (done) {
        actions.forEach(Runnable::run);
      } else {
        rollBack();
      }
    }
  }

  /** Does something as soon as what was written is committed; not if it is rolled back. */
  void afterCommit(Runnable action) {
    if (inTransaction) {
      afterCommit.add(action);
    } else {
      action.run();
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
  boolean isReusable() {
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
      dialect.ignored(e); // the failure that brought us here is the one to tell
    }
    connection.rollBack();
  }

  /** Runs JDBC calls; what they throw becomes a message with a remedy. */
  <T> T attempt(Work<T> work) {
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

  /** What the database refuses for the sake of its data; null if the failure is of another kind. */
  @Nullable DataViolation violation(SQLException e) {
    return dialect.violation(e);
  }

  StoreUnavailable unavailable(SQLException e) {
    failed = true;
    StoreUnavailable reason = dialect.explain(e);
    if (reason.kind() == StoreUnavailable.Kind.AWAY && !inTransaction) {
      connection.drop();
    }
    return reason;
  }

  /** The connection, for what has no method here; inside {@link #attempt} or a later write. */
  Connection connection() throws SQLException {
    return connection.get();
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
