package dev.muster.app.store.sqlite;

import dev.muster.app.store.WaitListener;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.tempfile.OwnerOnly;
import dev.muster.app.thread.ImportThreads;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/** A pool of connections to one SQLite file. Thread-safe. */
final class SqliteConnections implements AutoCloseable {

  private static final int IDLE_MAX = 4;

  /** The default page cache of a connection. */
  static final int CACHE_KIB = 4 * 1024;

  /** The size of a new file's pages: an import writes fewer than with SQLite's 4 KB. */
  private static final int PAGE_BYTES = 8192;

  /**
   * The driver's busy timeout while a connection is opened; {@link SqliteBusyWait} waits longer.
   */
  private static final int BUSY_MILLIS = 10;

  private final Path file;
  private final SqliteErrors errors;
  private final SynchronousMode synchronous;
  private final ImportThreads threads;
  private final WaitListener listener;
  private final Deque<Sql> idleWriters = new ArrayDeque<>();
  private final Deque<Sql> idleReaders = new ArrayDeque<>();
  private final SharedSqliteFile shared;
  private final AtomicInteger borrowed = new AtomicInteger();
  private boolean closed;

  /**
   * Connects to a file, which is created if it doesn't exist.
   *
   * @param synchronous whether commits must survive a crash of the machine
   */
  SqliteConnections(
      Path file,
      SqliteErrors errors,
      SynchronousMode synchronous,
      ImportThreads threads,
      WaitListener listener) {
    this.file = file;
    this.errors = errors;
    this.synchronous = synchronous;
    this.threads = threads;
    this.listener = listener;
    requireFolder(file);
    makeForOwner(file);
    this.shared = SharedSqliteFile.of(file);
  }

  private static void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new StoreUnavailable(
          "the database " + file + " can't be opened: its folder " + folder + " does not exist",
          "Make the folder, or name another file with --db.",
          new IOException(folder.toString()));
    }
  }

  /**
   * Creates a new file that only its owner may access, because it will hold secrets. SQLite gives
   * the same permissions to the WAL files.
   */
  private static void makeForOwner(Path file) {
    if (Files.notExists(file)) {
      try {
        Files.createFile(
            Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file,
            OwnerOnly.file());
      } catch (IOException e) {
        // SQLite creates it or explains the error; or another process has just created it
      }
    }
  }

  SqliteErrors errors() {
    return errors;
  }

  /** The state that users of the file in this process share. */
  SharedSqliteFile file() {
    return shared;
  }

  /** Borrows a connection that may write. */
  Sql writer() {
    Sql idle = take(idleWriters);
    Sql writer = idle == null ? sql(connect(writing()), true) : idle;
    borrowed.incrementAndGet();
    return writer;
  }

  /** Borrows a read-only connection. */
  Sql reader() {
    Sql idle = take(idleReaders);
    Sql reader = idle == null ? sql(connect(reading()), false) : idle;
    borrowed.incrementAndGet();
    return reader;
  }

  /** How many connections are borrowed. */
  int borrowed() {
    return borrowed.get();
  }

  private synchronized @Nullable Sql take(Deque<Sql> idle) {
    return idle.poll();
  }

  void giveBackWriter(Sql sql) {
    giveBack(sql, idleWriters);
  }

  void giveBackReader(Sql sql) {
    giveBack(sql, idleReaders);
  }

  private void giveBack(Sql sql, Deque<Sql> idle) {
    borrowed.decrementAndGet();
    synchronized (this) {
      if (!closed && sql.isReusable() && idle.size() < IDLE_MAX) {
        idle.push(sql);
        return;
      }
    }
    sql.close();
  }

  private Sql sql(Connection connection, boolean writes) {
    return new Sql(
        new SqliteDialect(
            connection, errors, writes, shared.commits(), () -> shared.awaitTurn(listener)),
        threads.inOrder());
  }

  private SQLiteConfig writing() {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // never used by two threads at once
    config.setPageSize(PAGE_BYTES);
    config.setSynchronous(synchronous);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(TempStore.MEMORY);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "65536");
    return config;
  }

  private static SQLiteConfig reading() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setCacheSize(-CACHE_KIB);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  /**
   * Connects, with the same retries while the file is locked as for statements. SQLite itself does
   * not wait if several processes switch a new file to WAL mode at the same moment.
   */
  private Connection connect(SQLiteConfig config) {
    SqliteBusyWait wait = new SqliteBusyWait(file, listener);
    for (int tries = 0; true; tries++) {
      try {
        Connection connection = open(config);
        BusyHandler.setHandler(connection, wait);
        return connection;
      } catch (SQLException e) {
        if (!SqliteErrors.isBusy(e) || !wait.goesOn(tries)) {
          throw errors.explain(e);
        }
      }
    }
  }

  /**
   * Opens the file; to write to it, with a write-ahead log. Changing to the log fixes the size of a
   * new file's pages. A configuration does things in no particular order, so it can't have both.
   */
  private Connection open(SQLiteConfig config) throws SQLException {
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    if (connection.isReadOnly()) {
      return connection;
    }
    boolean logs = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      logs = true;
      return connection;
    } finally {
      if (!logs) {
        connection.close();
      }
    }
  }

  /** Closes idle connections; borrowed ones are closed when they are given back. */
  @Override
  public void close() {
    Deque<Sql> left = new ArrayDeque<>();
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      left.addAll(idleReaders);
      left.addAll(idleWriters); // writers last: the last connection to close checkpoints the WAL
      idleReaders.clear();
      idleWriters.clear();
    }
    left.forEach(Sql::close);
    shared.close();
  }
}
