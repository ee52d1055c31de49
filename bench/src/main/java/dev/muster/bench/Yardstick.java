package dev.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.muster.app.store.sqlite.SqliteSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/**
 * The baseline of the benchmarks: plain JDBC that inserts users into normalised tables, without
 * reading an input, checks or look-ups. {@code Yardstick DATABASE NUMBER} creates the file, prints
 * users per second, and leaves the file.
 *
 * <p>It has every advantage: all rows are prepared in memory before the clock starts, in index
 * order. The measured time includes opening and closing the database. Settings and users per
 * transaction are those of Muster's own store.
 */
public final class Yardstick {

  private static final String[] TABLES = {
    """
    CREATE TABLE users (
      id INTEGER PRIMARY KEY, realm INTEGER NOT NULL, attributes TEXT NOT NULL,
      disabled INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)""",
    """
    CREATE TABLE login_ids (
      user_id INTEGER NOT NULL, realm INTEGER NOT NULL, kind TEXT NOT NULL,
      canonical TEXT NOT NULL, original TEXT NOT NULL, verified INTEGER NOT NULL)""",
    "CREATE UNIQUE INDEX login_ids_canonical ON login_ids (realm, kind, canonical)",
    "CREATE INDEX login_ids_user ON login_ids (user_id)",
    """
    CREATE TABLE credentials (
      user_id INTEGER PRIMARY KEY, scheme TEXT NOT NULL, hash TEXT NOT NULL,
      created_at INTEGER NOT NULL)""",
    """
    CREATE TABLE memberships (
      group_id INTEGER NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (group_id, user_id))""",
  };

  private static final String USER = "INSERT INTO users VALUES (?, 1, ?, 0, ?, ?)";
  private static final String LOGIN_ID = "INSERT INTO login_ids VALUES (?, 1, ?, ?, ?, 1)";
  private static final String CREDENTIAL = "INSERT INTO credentials VALUES (?, 'bcrypt', ?, ?)";
  private static final String MEMBERSHIP = "INSERT INTO memberships VALUES (?, ?)";

  private static final long NOW = 1_767_225_600_000L;

  private final Path file;

  private Yardstick(Path file) {
    this.file = file;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws SQLException, IOException {
    if (args.length != 2) {
      System.err.println("usage: Yardstick DATABASE NUMBER");
      System.exit(2);
    }
    new Yardstick(Path.of(args[0])).measure(Integer.parseInt(args[1]));
  }

  private void measure(int number) throws SQLException, IOException {
    Files.deleteIfExists(file);
    List<YardstickRows> batches = new ArrayList<>();
    for (int first = 0; first < number; first += SqliteSession.TRANSACTION_RECORDS) {
      batches.add(
          YardstickRows.of(first, Math.min(number, first + SqliteSession.TRANSACTION_RECORDS)));
    }
    System.gc();
    long cpuStart = cpuNanos();
    long start = System.nanoTime();
    String version = write(batches);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpuStart) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%.0f users/s: %d users in %.2f s (CPU %.2f s), %d a transaction, %d MB, SQLite %s%n",
        number / seconds,
        number,
        seconds,
        cpuSeconds,
        SqliteSession.TRANSACTION_RECORDS,
        Files.size(file) >> 20,
        version);
  }

  /** The CPU time of all threads of this process. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private String write(List<YardstickRows> batches) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      try (PreparedStatement user = connection.prepareStatement(USER);
          PreparedStatement loginId = connection.prepareStatement(LOGIN_ID);
          PreparedStatement credential = connection.prepareStatement(CREDENTIAL);
          PreparedStatement membership = connection.prepareStatement(MEMBERSHIP)) {
        for (YardstickRows rows : batches) {
          statement.execute("BEGIN IMMEDIATE");
          users(user, rows);
          loginIds(loginId, rows);
          credentials(credential, rows);
          memberships(membership, rows);
          statement.execute("COMMIT");
        }
      }
      try (ResultSet version = statement.executeQuery("SELECT sqlite_version()")) {
        return version.getString(1);
      }
    }
  }

  /**
   * Opens the database with the same settings as dev.muster.app.store.SqliteConnections; keep them
   * equal.
   */
  private Connection open() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(8192);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setCacheSize(-128 * 1024);
    config.setTempStore(TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "65536");
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static void users(PreparedStatement insert, YardstickRows rows) throws SQLException {
    for (YardstickRows.UserRow row : rows.users()) {
      insert.setLong(1, row.id());
      insert.setString(2, row.attributes());
      insert.setLong(3, NOW);
      insert.setLong(4, NOW);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static void loginIds(PreparedStatement insert, YardstickRows rows) throws SQLException {
    for (YardstickRows.LoginIdRow row : rows.loginIds()) {
      insert.setLong(1, row.userId());
      insert.setString(2, row.kind());
      insert.setString(3, row.canonical());
      insert.setString(4, row.canonical());
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static void credentials(PreparedStatement insert, YardstickRows rows)
      throws SQLException {
    for (YardstickRows.UserRow row : rows.users()) {
      insert.setLong(1, row.id());
      insert.setString(2, row.hash());
      insert.setLong(3, NOW);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static void memberships(PreparedStatement insert, YardstickRows rows)
      throws SQLException {
    for (YardstickRows.MembershipRow row : rows.memberships()) {
      insert.setInt(1, row.groupId());
      insert.setLong(2, row.userId());
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
