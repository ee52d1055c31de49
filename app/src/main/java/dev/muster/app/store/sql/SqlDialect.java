package dev.muster.app.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** The differences between kinds of database that matter to {@link Sql}. */
public interface SqlDialect extends SqlErrors {

  /** Opens a connection in auto-commit mode. Called again after a connection was lost. */
  Connection connect() throws SQLException;

  /** Closes a connection. */
  default void disconnect(Connection connection) throws SQLException {
    connection.close();
  }

  /**
   * Starts a transaction.
   *
   * @param writes whether it may write; otherwise it reads from a snapshot
   */
  void begin(Connection connection, boolean writes) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollBack(Connection connection) throws SQLException;

  /** The fetch size of queries; 0 if the driver streams rows anyway. */
  int rowsAtOnce();

  /**
   * Waits until no other thread of this process writes. Call it before each transaction that may
   * write, and before each write outside a transaction.
   */
  default Turn awaitTurn() {
    return Turn.NOT_NEEDED;
  }

  /**
   * The clause of a query whose rows must not be deleted before the transaction ends; empty where
   * one transaction writes at a time.
   */
  default String keepingRows() {
    return "";
  }

  /** Whether the connections may write. */
  default boolean writes() {
    return true;
  }

  /** Records the running call, for a watcher of long calls. */
  default RunningCall call() {
    return new RunningCall();
  }

  /**
   * The exclusive right to write within this process, until the thread that got it calls {@link
   * #end}.
   */
  interface Turn {

    void end();

    /** For databases whose writers need not take turns. */
    Turn NOT_NEEDED = () -> {};
  }
}
