package dev.muster.app.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is opened on first use, and again after it was dropped. For one thread at a
 * time.
 */
final class KeptConnection {

  private final SqlDialect dialect;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Connection connection;

  KeptConnection(SqlDialect dialect) {
    this.dialect = dialect;
  }

  Connection get() throws SQLException {
    if (connection == null) {
      connection = dialect.connect();
    }
    return connection;
  }

  /** Whether there is an open connection. */
  boolean isOpen() {
    return connection != null;
  }

  /** A cached prepared statement, closed with the connection. */
  PreparedStatement kept(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = get().prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }

  /** A statement for one use, to be closed by the caller. */
  PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = get().prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Rolls back the current transaction; drops the connection if that fails. */
  void rollBack() {
    try {
      if (connection != null) {
        dialect.rollBack(connection);
      }
    } catch (SQLException e) {
      dialect.ignored(e); // a lost connection rolls back by itself
      drop();
    }
  }

  /** Closes the connection, if there is one, and with it its statements. */
  void drop() {
    Connection dropped = connection;
    connection = null;
    statements.clear();
    try {
      if (dropped != null) {
        dialect.disconnect(dropped);
      }
    } catch (SQLException e) {
      dialect.ignored(e);
    }
  }
}
