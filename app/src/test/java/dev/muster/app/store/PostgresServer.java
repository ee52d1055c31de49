package dev.muster.app.store;

import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresDatabase;
import dev.muster.app.store.postgres.PostgresSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: the one that {@code MUSTER_TEST_DB} names, whose user may make
 * databases and roles, or one that comes with the tests and runs as long as they do.
 */
public final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  /** The address of a directory that nobody has used; a copy, because making one takes a while. */
  public static String emptyDirectory() {
    return database(" TEMPLATE " + Template.NAME);
  }

  /** The address of a copy of a database that nobody is connected to. */
  public static String copy(String address) {
    return database(" TEMPLATE " + address.substring(address.lastIndexOf('/') + 1));
  }

  /** The address of a database without any tables. */
  public static String emptyDatabase() {
    return database("");
  }

  private static String database(String from) {
    PostgresAddress server = Holder.SERVER;
    String name =
        "muster_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.properties());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + from);
    } catch (SQLException e) {
      throw new IllegalStateException("the tests' PostgreSQL does not work", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(server, name)));
    return address(server, name);
  }

  private static String address(PostgresAddress server, String database) {
    String login = server.user() + (server.password() == null ? "" : ":" + server.password());
    return "postgresql://" + login + "@" + server.host() + ":" + server.port() + "/" + database;
  }

  private static void drop(PostgresAddress server, String name) {
    if (System.getenv("MUSTER_TEST_DB") == null) {
      return; // the server goes, too
    }
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.properties());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      System.err.println("database " + name + " is left behind: " + e.getMessage());
    }
  }

  /** A connection to a database that an address of this class names, for tests that go behind. */
  public static Connection connect(String address) {
    PostgresAddress database = PostgresAddress.parse(address, Map.of()).orElseThrow();
    try {
      return DriverManager.getConnection(database.jdbcUrl(), database.properties());
    } catch (SQLException e) {
      throw new IllegalStateException("the tests' PostgreSQL does not work", e);
    }
  }

  /** Opens a store on a directory of its own. */
  static PostgresSession emptyStore() {
    return open(emptyDirectory());
  }

  /** Opens a store on a directory that {@link #emptyDirectory} gave. */
  public static PostgresSession openStore(String address) {
    return open(address);
  }

  /** Opens a directory for so many sessions at a time. */
  public static PostgresDatabase database(String address, int sessions) {
    PostgresAddress parsed = PostgresAddress.parse(address, Map.of()).orElseThrow();
    return PostgresDatabase.open(parsed, sessions, WaitListener.SILENT);
  }

  /** Ends all connections of a database that listen to announcements; their number. */
  public static int cutOffListeners(String address) {
    PostgresAddress database = PostgresAddress.parse(address, Map.of()).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.properties());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'LISTEN%'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PostgresSession open(String address) {
    return PostgresSession.open(PostgresAddress.parse(address, Map.of()).orElseThrow());
  }

  /** Made when the first test asks. */
  private static final class Template {

    static final String NAME = make();

    private static String make() {
      String address = emptyDatabase();
      open(address).close();
      return address.substring(address.lastIndexOf('/') + 1);
    }
  }

  /** Started when the first test asks. */
  private static final class Holder {

    static final PostgresAddress SERVER = server();

    private static PostgresAddress server() {
      String given = System.getenv("MUSTER_TEST_DB");
      String address = given == null ? PostgresProcess.start(Map.of()).address() : given;
      return PostgresAddress.parse(address, Map.of()).orElseThrow();
    }
  }
}
