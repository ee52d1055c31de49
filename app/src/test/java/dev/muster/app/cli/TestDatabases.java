package dev.muster.app.cli;

import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.Session;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresSession;
import dev.muster.app.store.sqlite.SqliteSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The databases that commands work on, and ways to them behind Muster's back. */
enum TestDatabases {
  SQLITE(15) {
    @Override
    String emptyDatabase(Path folder) {
      return "sqlite:" + folder.resolve("muster.db");
    }

    @Override
    String emptyDirectory(Path folder) {
      return emptyDatabase(folder);
    }

    @Override
    String copy(String address, Path folder) throws IOException {
      Files.copy(Path.of(address.substring("sqlite:".length())), folder.resolve("muster.db"));
      return emptyDatabase(folder);
    }

    @Override
    Connection connect(String address) throws SQLException {
      return DriverManager.getConnection("jdbc:" + address);
    }

    @Override
    Session open(String address) {
      return SqliteSession.open(Path.of(address.substring("sqlite:".length())));
    }

    @Override
    String withoutForeignKey(String table, String column) {
      return "PRAGMA foreign_keys = OFF";
    }
  },
  POSTGRESQL(15) {
    @Override
    String emptyDatabase(Path folder) {
      return PostgresServer.emptyDatabase();
    }

    @Override
    String emptyDirectory(Path folder) {
      return PostgresServer.emptyDirectory();
    }

    @Override
    String copy(String address, Path folder) {
      return PostgresServer.copy(address);
    }

    @Override
    Connection connect(String address) {
      return PostgresServer.connect(address);
    }

    @Override
    Session open(String address) {
      return PostgresSession.open(PostgresAddress.parse(address, Map.of()).orElseThrow());
    }

    @Override
    String withoutForeignKey(String table, String column) {
      return "ALTER TABLE " + table + " DROP CONSTRAINT " + table + "_" + column + "_fkey";
    }
  };

  /** The schema version that this program knows. */
  final int schema;

  TestDatabases(int schema) {
    this.schema = schema;
  }

  /** The address of a database that has no tables; of a file that is not there. */
  abstract String emptyDatabase(Path folder);

  /**
   * The address of a directory that nobody has used, or of a file that is not there: quicker than a
   * database without tables, and for tests that don't need one.
   */
  abstract String emptyDirectory(Path folder);

  /** The address of a copy of a database that nobody has open, in a folder that has none. */
  abstract String copy(String address, Path folder) throws IOException;

  abstract Connection connect(String address) throws SQLException;

  abstract Session open(String address);

  /** Lets rows of a table refer to what does not exist. */
  abstract String withoutForeignKey(String table, String column);

  void execute(String address, String... statements) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
