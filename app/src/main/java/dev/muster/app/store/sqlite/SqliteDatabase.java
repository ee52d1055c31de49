package dev.muster.app.store.sqlite;

import dev.muster.app.store.Database;
import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.SessionUse;
import dev.muster.app.store.WaitListener;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.app.store.jdbc.JobListeners;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.tempfile.FolderOnDemand;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.thread.ImportThreads;
import dev.muster.app.thread.Ticker;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * A directory in a SQLite file in WAL mode. One session writes at a time; sessions of this process
 * take turns in order of arrival.
 */
public final class SqliteDatabase implements Database {

  /** How often observers of an import poll, for changes by other processes. */
  private static final Duration NEWS_TICK = Duration.ofMillis(500);

  /** The number that is locked like a job's for the indexing of users; jobs begin at 1. */
  private static final long INDEXING = 0;

  private final Path file;
  private final SqliteConnections connections;
  private final ImportThreads threads;
  private final boolean ownThreads;
  private final Set<Closeable> holds = ConcurrentHashMap.newKeySet();
  private final JobListeners listeners = new JobListeners(this::hear);
  private final FolderOnDemand uploads;

  private SqliteDatabase(
      Path file, SqliteConnections connections, ImportThreads threads, boolean ownThreads) {
    this.file = file;
    this.connections = connections;
    this.threads = threads;
    this.ownThreads = ownThreads;
    this.uploads = new FolderOnDemand(folder(file), "uploads");
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder; // only a file system's root has none
  }

  /** Opens a directory without reporting waits for locks. */
  public static SqliteDatabase open(Path file) {
    return open(file, WaitListener.SILENT);
  }

  /**
   * Opens a directory, and creates or upgrades the file if necessary.
   *
   * @param listener called when a statement waits for another writer
   * @throws StoreUnavailable if the file can't be opened, created or upgraded
   */
  public static SqliteDatabase open(Path file, WaitListener listener) {
    return open(file, SynchronousMode.FULL, new ImportThreads(), true, listener);
  }

  /**
   * Opens a directory whose tables exist and are of this version. If this account may not write the
   * file, only read-only sessions can be opened.
   */
  public static SqliteDatabase openExisting(Path file, WaitListener listener) {
    if (Files.isWritable(file)) {
      return open(file, listener);
    }
    ImportThreads threads = new ImportThreads();
    SqliteConnections connections =
        new SqliteConnections(
            file, new SqliteErrors(file), SynchronousMode.FULL, threads, listener);
    return new SqliteDatabase(file, connections, threads, true);
  }

  /**
   * Opens a directory that need not survive a crash of the machine, and that uses {@code threads}.
   */
  static SqliteDatabase openScratch(Path file, ImportThreads threads) {
    return open(file, SynchronousMode.OFF, threads, false, WaitListener.SILENT);
  }

  private static SqliteDatabase open(
      Path file,
      SynchronousMode synchronous,
      ImportThreads threads,
      boolean ownThreads,
      WaitListener listener) {
    SqliteErrors errors = new SqliteErrors(file);
    SqliteConnections connections =
        new SqliteConnections(file, errors, synchronous, threads, listener);
    boolean prepared = false;
    try {
      Sql first = connections.writer();
      try {
        first.attempt(
            () -> {
              SqliteSchema.prepare(file, first.connection(), errors);
              return true;
            });
        JdbcSession.bringToForm(first, new SqliteTables(first));
        prepared = true;
      } finally {
        connections.giveBackWriter(first);
      }
    } finally {
      if (!prepared) {
        connections.close();
      }
    }
    return new SqliteDatabase(file, connections, threads, ownThreads);
  }

  @Override
  public String name() {
    return "sqlite:" + file;
  }

  @Override
  public SqliteSession open() {
    return open(() -> {});
  }

  /** Opens a session that runs {@code afterClose} when it is closed. */
  SqliteSession open(Runnable afterClose) {
    return session(connections.writer(), connections::giveBackWriter, afterClose);
  }

  @Override
  public SqliteSession openReading() {
    return session(connections.reader(), connections::giveBackReader, () -> {});
  }

  private SqliteSession session(Sql sql, Consumer<Sql> giveBack, Runnable afterClose) {
    boolean made = false;
    try {
      SqliteSession session = new SqliteSession(this, connections, sql, giveBack, afterClose);
      made = true;
      return session;
    } finally {
      if (!made) {
        giveBack.accept(sql);
      }
    }
  }

  @Override
  public Optional<Closeable> holdIndexing() {
    return hold(INDEXING);
  }

  @Override
  public Optional<Closeable> hold(long jobNumber) {
    Optional<Closeable> hold = connections.file().jobs().hold(jobNumber);
    hold.ifPresent(holds::add);
    return hold.map(
        held ->
            () -> {
              holds.remove(held);
              held.close();
            });
  }

  private static void release(Closeable hold) {
    try {
      hold.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isHeld(long jobNumber) {
    return connections.file().jobs().isHeld(jobNumber);
  }

  @Override
  public Closeable onJobChanged(Runnable listener) {
    return listeners.add(listener);
  }

  /** Calls {@code all} at changes by this process, and periodically for those by others. */
  private Closeable hear(Runnable all) {
    Ticker ticker = new Ticker("muster-listen", NEWS_TICK, all);
    Closeable news = connections.file().news().listen(ticker::now);
    return () -> {
      news.close();
      ticker.close();
    };
  }

  @Override
  public ImportQueue join(String node, int imports, ImportQueue.Work work) {
    return new SqliteImportQueue(this, connections, imports, work);
  }

  @Override
  public TemporaryFolder uploads() throws IOException {
    return uploads.get();
  }

  @Override
  public SessionUse sessions() {
    return new SessionUse(connections.borrowed(), OptionalInt.empty());
  }

  @Override
  public ImportThreads threads() {
    return threads;
  }

  @Override
  public void close() {
    listeners.close();
    holds.forEach(SqliteDatabase::release);
    connections.close();
    uploads.close();
    if (ownThreads) {
      threads.close();
    }
  }
}
