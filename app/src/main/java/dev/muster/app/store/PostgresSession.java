package dev.muster.app.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A directory in a PostgreSQL database, for any number of processes and machines. */
public final class PostgresSession extends JdbcSession {

  /** Records that share a transaction at the most; they are begun again where it is overtaken. */
  private static final int TRANSACTION_RECORDS = 10_000;

  /** Each chunk waits for the server a few times; with more records it does so less often. */
  private static final int CHUNK_RECORDS = 2000;

  /** The first number of the advisory locks by which a process holds a job. */
  static final int JOB_LOCK = 0x4d75_0002;

  private static final int CONNECTIONS = 6;

  /** One for its look-ups, one that holds its portion. */
  private static final int CONNECTIONS_OF_A_VOLUNTEER = 2;

  /** One for its users, one each to hold the job and a portion and to tell the queue, and looks. */
  private static final int CONNECTIONS_OF_AN_IMPORT = 4 + PostgresFingerprints.AT_ONCE;

  /** How often those who watch an import look, whatever they hear. */
  private static final Duration NEWS_TICK = Duration.ofMillis(500);

  private final PostgresAddress address;
  private final HikariDataSource pool;
  private final PostgresErrors errors;
  private final SubmittedImports submitted;
  private final Runnable onClose;

  private PostgresSession(
      PostgresAddress address, HikariDataSource pool, PostgresErrors errors, Runnable onClose) {
    super(new Sql(new PostgresDialect(pool, errors)), "strpos", PostgresTables::new);
    this.address = address;
    this.pool = pool;
    this.errors = errors;
    this.onClose = onClose;
    this.submitted = new SubmittedImports(sql, new SharedHashes(sql, this::holdPortion));
  }

  /**
   * Opens a directory, making or upgrading its tables where need be.
   *
   * @throws StoreUnavailable if that is impossible
   */
  public static PostgresSession open(PostgresAddress address) {
    PostgresErrors errors = new PostgresErrors(address);
    HikariDataSource pool = PostgresPool.open(address, errors, CONNECTIONS);
    try {
      PostgresSchema.prepare(pool, address);
      return new PostgresSession(address, pool, errors, pool::close);
    } catch (SQLException e) {
      pool.close();
      throw errors.explain(e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** The same directory for another thread; closing it leaves this one open. */
  public PostgresSession another() {
    return new PostgresSession(address, pool, errors, () -> {});
  }

  /**
   * Takes this process's place at the queue of submitted imports.
   *
   * @param node how people call this process
   * @param imports how many it works on at a time; each takes connections of its own
   */
  public ImportQueue join(String node, int imports, ImportQueue.Work work) {
    pool.setMaximumPoolSize(
        CONNECTIONS + CONNECTIONS_OF_A_VOLUNTEER + imports * CONNECTIONS_OF_AN_IMPORT);
    return ImportQueue.join(pool, address, node, imports, work);
  }

  @Override
  public Optional<SubmittedImports> submitted() {
    return Optional.of(submitted);
  }

  @Override
  public Closeable onJobChanged(Runnable listener) {
    return Notifications.hear(address, Notifications.Channel.JOB_CHANGED, NEWS_TICK, listener);
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public int chunkRecords() {
    return CHUNK_RECORDS;
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups, long records) {
    TemporaryIndex index = PostgresTemporaryIndex.of(sql, lookups);
    return new StoredTarget(
        sql,
        new StoredDirectory(sql, new PostgresTables(sql), realm, catalogs, index, records),
        index,
        TRANSACTION_RECORDS,
        true,
        () ->
            Optional.of(new StoredUnchangedLookup(realm, new PostgresFingerprints(pool, errors))));
  }

  @Override
  public Optional<Closeable> hold(long jobNumber) {
    return lock("SELECT pg_try_advisory_lock(?, ?)", JOB_LOCK, Math.toIntExact(jobNumber));
  }

  /** A number for each portion, of the locks that have one number, as those of jobs have two. */
  private Optional<Closeable> holdPortion(long jobNumber, long firstRecord) {
    return lock("SELECT pg_try_advisory_lock(?)", (jobNumber << Integer.SIZE) + firstRecord);
  }

  /** A lock of a session of its own: the server frees it when the process or its machine dies. */
  private Optional<Closeable> lock(String tryLock, Object... parameters) {
    try {
      Connection connection = pool.getConnection();
      boolean held = false;
      try {
        held = lock(connection, tryLock, parameters);
        return held ? Optional.of(() -> release(connection)) : Optional.empty();
      } finally {
        if (!held) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }

  private static boolean lock(Connection connection, String tryLock, Object... parameters)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(tryLock)) {
      for (int i = 0; i < parameters.length; i++) {
        lock.setObject(i + 1, parameters[i]);
      }
      try (ResultSet got = lock.executeQuery()) {
        return got.next() && got.getBoolean(1);
      }
    }
  }

  private void release(Connection connection) throws IOException {
    try (connection;
        PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
      unlock.execute();
    } catch (SQLException e) {
      errors.ignored(e); // it went with the connection
    }
  }

  @Override
  public void close() {
    sql.close();
    onClose.run();
  }
}
