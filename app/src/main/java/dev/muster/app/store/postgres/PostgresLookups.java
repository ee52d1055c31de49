package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A small pool of connections for look-ups beside imports, created on first use. A connection is
 * borrowed for one look-up, which needs no other connection. Thread-safe.
 */
final class PostgresLookups implements Closeable {

  /**
   * More than one, so that the server can run a look-up while this process reads the rows of
   * another.
   */
  private static final int CONNECTIONS = 3;

  private final PostgresAddress address;
  private @Nullable HikariDataSource pool;
  private boolean closed;

  PostgresLookups(PostgresAddress address) {
    this.address = address;
  }

  Connection connection() throws SQLException {
    return pool().getConnection();
  }

  private synchronized HikariDataSource pool() throws SQLException {
    if (closed) {
      throw new SQLException("the database is closed");
    }
    if (pool == null) {
      pool = PostgresPool.make(address, "muster-lookups", CONNECTIONS);
    }
    return pool;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (pool != null) {
      pool.close();
    }
  }
}
