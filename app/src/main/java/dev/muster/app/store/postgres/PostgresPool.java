package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Creates connection pools for PostgreSQL. */
final class PostgresPool {

  private static final long PATIENCE_MILLIS = 5_000;

  /** The SQL state of an invalid parameter value. */
  private static final String INVALID_PARAMETER = "22023";

  private PostgresPool() {}

  /**
   * Creates a pool, after checking that the database can be reached.
   *
   * @throws StoreUnavailable if it can't be reached, or if its address has an unknown parameter,
   *     such as a misspelt {@code sslmode}
   */
  static HikariDataSource open(PostgresAddress address, PostgresErrors errors, int connections) {
    List<String> unknown = address.unknownParameters();
    if (!unknown.isEmpty()) {
      throw errors.explain(
          new SQLException(
              "these parameters have no effect: " + String.join(", ", unknown), INVALID_PARAMETER));
    }
    // connects without the pool first, because the pool would retry before it reports an error
    try (Connection probe = DriverManager.getConnection(address.jdbcUrl(), address.properties())) {
      probe.isValid(1);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
    return make(address, "muster", connections);
  }

  /** Creates a pool that connects on first use. */
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
