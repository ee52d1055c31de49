package dev.muster.app.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between databases for {@link Sql}. */
interface SqlDialect extends SqlErrors {

  /** A connection in auto-commit mode; asked for again where the last one was lost. */
  Connection connect() throws SQLException;

  /**
   * Starts a transaction.
   *
   * @param writes whether it is going to write; otherwise it sees nothing of what others do
   *     meanwhile
   */
  void begin(Connection connection, boolean writes) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollBack(Connection connection) throws SQLException;

  /** How many rows a query may hold in memory; 0 where the driver never holds many. */
  int rowsAtOnce();

  /**
   * Waits until this process lets the caller write. To be asked before each write that is not part
   * of a transaction, and before each transaction that is going to write.
   */
  default Turn awaitTurn() {
    return Turn.NOT_NEEDED;
  }

  /** Whether the connections are for more than reading. */
  default boolean writes() {
    return true;
  }

  /** Where calls over the connection are noted, for someone who watches how long they take. */
  default RunningCall call() {
    return new RunningCall();
  }

  /** The right to write, until it is ended by the thread that got it. */
  interface Turn {

    void end();

    /** Where anybody may write at any time. */
    Turn NOT_NEEDED = () -> {};
  }
}
