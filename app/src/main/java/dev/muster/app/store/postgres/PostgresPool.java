package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Makes pools of connections to PostgreSQL servers. */
final class PostgresPool {

  private static final long PATIENCE_MILLIS = 5_000;

  /** PostgreSQL's code for a parameter value that it can't take. */
  private static final String INVALID_PARAMETER = "22023";

  private PostgresPool() {}

  /**
   * A pool for a database that answers.
   *
   * @throws StoreUnavailable if it doesn't, or if its address has a parameter that nobody heeds: a
   *     misspelt {@code sslmode} would go unnoticed
   */
  static HikariDataSource open(PostgresAddress address, PostgresErrors errors, int connections) {
    List<String> unknown = address.unknownParameters();
    if (!unknown.isEmpty()) {
      throw errors.explain(
          new SQLException(
              "these parameters have no effect: " + String.join(", ", unknown), INVALID_PARAMETER));
    }
    // first without the pool, which would try for a while before it tells what is wrong
    try (Connection probe = DriverManager.getConnection(address.jdbcUrl(), address.properties())) {
      probe.isValid(1);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
    return make(address, "muster", connections);
  }

  /** A pool that connects when it is first asked for a connection. */
  static HikariDataSource make(PostgresAddress address, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.jdbcUrl());
    config.setDataSourceProperties(address.properties());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
