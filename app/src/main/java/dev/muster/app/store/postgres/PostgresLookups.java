package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections for look-ups beside imports, in a small pool that is made when it is first wanted.
 * Each is borrowed for one look-up only, which waits for no other. Thread-safe.
 */
final class PostgresLookups implements Closeable {

  /** The server answers one while the answer to another is read. */
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
