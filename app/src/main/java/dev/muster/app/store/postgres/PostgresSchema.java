package dev.muster.app.store.postgres;

import dev.muster.app.store.Schema;
import dev.muster.app.store.directory.KeyRules;
import dev.muster.app.store.jdbc.DirectoryId;
import dev.muster.apply.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates or upgrades the tables of a PostgreSQL database, by Flyway's numbered migrations. */
final class PostgresSchema {

  /** The number of the last migration under {@code db/postgresql}. */
  static final int VERSION = 15;

  /** The oldest major version of PostgreSQL that supports all SQL that Muster uses. */
  static final int OLDEST_SERVER = 13;

  private PostgresSchema() {}

  /**
   * Creates or upgrades the tables.
   *
   * @throws StoreUnavailable if the server is too old or the tables are too new
   */
  static void prepare(DataSource source, PostgresAddress address) throws SQLException {
    try (Connection connection = source.getConnection()) {
      requireServer(connection, address);
      int version = version(connection);
      Schema.requireKnown(address.name(), version, VERSION);
      if (version < VERSION) {
        requireRights(connection, address);
        migrate(source, address);
      }
      if (version < VERSION || !begun(connection)) {
        beginDirectory(connection);
      }
    }
  }

  /**
   * The version of the tables.
   *
   * @throws StoreUnavailable if the server is too old
   */
  static Schema look(Connection connection, PostgresAddress address) throws SQLException {
    requireServer(connection, address);
    int version = version(connection);
    if (version > 0) {
      return version <= VERSION && !begun(connection)
          ? Schema.absent(VERSION)
          : Schema.of(version, VERSION);
    }
    return hasForeignTables(connection) ? Schema.foreign(VERSION) : Schema.absent(VERSION);
  }

  private static void requireServer(Connection connection, PostgresAddress address)
      throws SQLException {
    int server = connection.getMetaData().getDatabaseMajorVersion();
    if (server < OLDEST_SERVER) {
      throw new StoreUnavailable(
          address.name() + " is PostgreSQL " + server,
          "Muster needs PostgreSQL " + OLDEST_SERVER + " or newer.",
          new SQLException("version " + server));
    }
  }

  private static boolean hasForeignTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT EXISTS (
                  SELECT FROM pg_catalog.pg_tables
                   WHERE schemaname = current_schema() AND tablename <> 'flyway_schema_history')
                """)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /**
   * The version of the tables, 0 for none. It is queried directly, so that most runs need not start
   * Flyway.
   */
  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
        table.next();
        if (!table.getBoolean(1)) {
          return 0;
        }
      }
      try (ResultSet version =
          statement.executeQuery(
              "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history WHERE success")) {
        version.next();
        return version.getInt(1);
      }
    }
  }

  private static boolean begun(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM directory")) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  /** Fails early without the right to create tables; Flyway would retry for ten seconds. */
  private static void requireRights(Connection connection, PostgresAddress address)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet right =
            statement.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
      right.next();
      if (!right.getBoolean(1)) {
        throw forbidden(address, new SQLException("CREATE on the schema is needed", "42501"));
      }
    }
  }

  /** Runs the migrations. A server error is reported without Flyway's text around it. */
  private static void migrate(DataSource source, PostgresAddress address) throws SQLException {
    try {
      Flyway.configure().dataSource(source).locations("classpath:db/postgresql").load().migrate();
    } catch (FlywayException e) {
      if (isForbidden(e)) {
        throw forbidden(address, e);
      }
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException refused) {
          throw refused;
        }
      }
      boolean foreign = String.valueOf(e.getMessage()).contains("non-empty schema");
      throw new StoreUnavailable(
          foreign
              ? "the database " + address.name() + " holds tables that are not Muster's"
              : "the tables of " + address.name() + " can't be made: " + e.getMessage(),
          foreign
              ? "Name a database of its own with --db (createdb muster)."
              : "Run the command again with --debug for the details.",
          e);
    }
  }

  private static boolean isForbidden(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "42501".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static StoreUnavailable forbidden(PostgresAddress address, Exception e) {
    return new StoreUnavailable(
        address.name() + " lacks tables of this version of Muster, which this user may not make",
        "Let a user who may (the database's owner) run: muster db migrate",
        e);
  }

  private static void beginDirectory(Connection connection) throws SQLException {
    try (PreparedStatement realm =
            connection.prepareStatement(
                "INSERT INTO realms (number, name, uniqueness) VALUES (1, 'default', '{}')"
                    + " ON CONFLICT DO NOTHING");
        // the row of directory last: it marks the migration as complete
        PreparedStatement directory =
            connection.prepareStatement(
                "INSERT INTO directory"
                    + " (number, id, next_user, created_at, fingerprint_key, key_form)"
                    + " VALUES (1, ?, 1, ?, gen_random_uuid(), ?) ON CONFLICT DO NOTHING")) {
      realm.execute();
      directory.setString(1, DirectoryId.make());
      directory.setLong(2, System.currentTimeMillis());
      directory.setInt(3, KeyRules.FORM);
      directory.execute();
    }
  }
}
