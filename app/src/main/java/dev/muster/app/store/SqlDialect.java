package dev.muster.app.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between databases for {@link Sql}. */
interface SqlDialect extends SqlErrors {

  /** A connection in auto-commit mode; asked for again where the last one was lost. */
  Connection connect() throws SQLException;

  /** Starts a transaction that is going to write. */
  void begin(Connection connection) throws SQLException;

  /** Starts a transaction that only reads, and sees nothing of what others do meanwhile. */
  void beginReading(Connection connection) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollBack(Connection connection) throws SQLException;

  /**
   * Prepares the connection for a query of any number of rows, of which few are wanted in memory.
   *
   * @return what to do after it
   */
  AfterQuery stream(Connection connection) throws SQLException;

  /** How many rows a query may hold in memory; 0 where the driver never holds many. */
  int rowsAtOnce();

  /** Puts a connection back as it was. */
  interface AfterQuery {
    void run() throws SQLException;
  }
}
