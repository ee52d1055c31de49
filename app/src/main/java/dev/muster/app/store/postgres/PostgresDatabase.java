package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.app.store.Database;
import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.SessionUse;
import dev.muster.app.store.WaitListener;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.app.store.jdbc.JobListeners;
import dev.muster.app.store.sql.RunningCall;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.tempfile.FolderOnDemand;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.thread.ImportThreads;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A directory in a PostgreSQL database. Any number of processes and machines may share it.
 *
 * <p>Each session takes one connection from the pool and never needs a second one: locks use a
 * dedicated connection, and look-ups beside an import use a separate pool. So sessions can't
 * deadlock on an exhausted pool.
 */
public final class PostgresDatabase implements Database {

  private static final int SESSIONS = 8;

  /** For the queue, whose heartbeats must not wait for sessions. */
  private static final int QUEUE_CONNECTIONS = 3;

  /** How often observers of an import poll, in case a notification was missed. */
  private static final Duration NEWS_TICK = Duration.ofMillis(500);

  private final PostgresAddress address;
  private final PostgresErrors errors;
  private final HikariDataSource pool;
  private final Seats seats;
  private final PostgresLookups lookups;
  private final PostgresLocks locks;
  private final PostgresLockWatch watch;
  private final JobListeners listeners;
  private final ImportThreads threads = new ImportThreads();
  private final FolderOnDemand uploads =
      new FolderOnDemand(Path.of(System.getProperty("java.io.tmpdir")), "uploads");

  private PostgresDatabase(
      PostgresAddress address,
      PostgresErrors errors,
      HikariDataSource pool,
      int sessions,
      WaitListener listener) {
    this.address = address;
    this.errors = errors;
    this.pool = pool;
    this.seats = new Seats(sessions);
    this.lookups = new PostgresLookups(address);
    this.locks = new PostgresLocks(address, errors);
    this.watch = new PostgresLockWatch(address, errors, listener);
    this.listeners =
        new JobListeners(
            all -> Notifications.hear(address, Notifications.Channel.JOB_CHANGED, NEWS_TICK, all));
  }

  /** Opens a directory without reporting waits for locks. */
  public static PostgresDatabase open(PostgresAddress address) {
    return open(address, WaitListener.SILENT);
  }

  /**
   * Opens a directory, and creates or upgrades its tables if necessary.
   *
   * @param listener called when a statement waits for a lock
   * @throws StoreUnavailable if the database can't be reached, created or upgraded
   */
  public static PostgresDatabase open(PostgresAddress address, WaitListener listener) {
    return open(address, SESSIONS, listener);
  }

  /** Opens a directory for at most {@code sessions} concurrent sessions. */
  public static PostgresDatabase open(
      PostgresAddress address, int sessions, WaitListener listener) {
    PostgresErrors errors = new PostgresErrors(address);
    HikariDataSource pool = PostgresPool.open(address, errors, sessions);
    try {
      PostgresSchema.prepare(pool, address);
      try (Sql sql = new Sql(new PostgresDialect(pool, errors))) {
        JdbcSession.bringToForm(sql, new PostgresTables(sql));
      }
      return new PostgresDatabase(address, errors, pool, sessions, listener);
    } catch (SQLException e) {
      pool.close();
      throw errors.explain(e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public PostgresSession open() {
    return open(() -> {});
  }

  /** Opens a session that runs {@code afterClose} when it is closed. */
  public PostgresSession open(Runnable afterClose) {
    return session(true, afterClose);
  }

  @Override
  public PostgresSession openReading() {
    return session(false, () -> {});
  }

  private PostgresSession session(boolean writes, Runnable afterClose) {
    RunningCall call = watch.watched();
    Sql sql = new Sql(new PostgresDialect(pool, seats, errors, call, writes), threads.inOrder());
    boolean made = false;
    try {
      PostgresSession session =
          new PostgresSession(
              this,
              sql,
              () -> {
                watch.forget(call);
                afterClose.run();
              });
      made = true;
      return session;
    } finally {
      if (!made) {
        watch.forget(call);
        sql.close();
      }
    }
  }

  @Override
  public ImportQueue join(String node, int imports, ImportQueue.Work work) {
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() + imports + QUEUE_CONNECTIONS);
    seats.add(imports);
    return PostgresImportQueue.join(pool, address, node, imports, work);
  }

  @Override
  public Optional<Closeable> holdIndexing() {
    return locks.hold(PostgresLocks.INDEXING);
  }

  @Override
  public Optional<Closeable> hold(long jobNumber) {
    return locks.hold(PostgresLocks.ofJob(jobNumber));
  }

  /** Locks a portion of a job's records; see {@link #hold}. */
  public Optional<Closeable> holdPortion(long jobNumber, long firstRecord) {
    return locks.hold(PostgresLocks.ofPortion(jobNumber, firstRecord));
  }

  @Override
  public boolean isHeld(long jobNumber) {
    return locks.isHeld(PostgresLocks.ofJob(jobNumber));
  }

  @Override
  public Closeable onJobChanged(Runnable listener) {
    return listeners.add(listener);
  }

  @Override
  public TemporaryFolder uploads() throws IOException {
    return uploads.get();
  }

  @Override
  public SessionUse sessions() {
    return new SessionUse(
        pool.getHikariPoolMXBean().getActiveConnections(),
        OptionalInt.of(pool.getMaximumPoolSize()));
  }

  @Override
  public ImportThreads threads() {
    return threads;
  }

  /** Connections for look-ups beside imports. */
  PostgresLookups lookups() {
    return lookups;
  }

  PostgresErrors errors() {
    return errors;
  }

  @Override
  public void close() {
    listeners.close();
    watch.close();
    locks.close();
    lookups.close();
    pool.close();
    uploads.close();
    threads.close();
  }
}
