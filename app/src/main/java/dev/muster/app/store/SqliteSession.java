package dev.muster.app.store;

import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/** A directory in one SQLite file, with the database's write-ahead log beside it. */
public final class SqliteSession extends JdbcSession {

  /** Records that share a transaction at the most: it writes each page that it touches once. */
  public static final int TRANSACTION_RECORDS = 50_000;

  /** No call costs much here; with more, a chunk's objects outlive more collections. */
  private static final int CHUNK_RECORDS = 1000;

  private static final int CACHE_KIB = 128 * 1024;
  private static final int READER_CACHE_KIB = 32 * 1024;
  private static final int BUSY_MILLIS = 15_000;
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Path file;
  private final JobLocks locks;
  private final SqliteErrors errors;
  private final Object commits;

  private SqliteSession(Path file, Sql sql, SqliteErrors errors, Object commits) {
    super(sql, "instr", SqliteTables::new);
    this.file = file;
    this.errors = errors;
    this.commits = commits;
    this.locks = new JobLocks(Path.of(file + "-jobs"));
  }

  /**
   * Opens a directory, making or upgrading the file where need be.
   *
   * @throws StoreUnavailable if that is impossible
   */
  public static SqliteSession open(Path file) {
    return open(file, SynchronousMode.FULL);
  }

  /** Opens a directory that need not survive a crash of the machine. */
  static SqliteSession openScratch(Path file) {
    return open(file, SynchronousMode.OFF);
  }

  private static SqliteSession open(Path file, SynchronousMode synchronous) {
    SqliteErrors errors = new SqliteErrors(file);
    Connection connection = connect(file, errors, synchronous);
    try {
      SqliteSchema.prepare(file, connection, errors);
      Object commits = new Object();
      Sql sql = new Sql(new SqliteDialect(connection, errors, commits));
      return new SqliteSession(file, sql, errors, commits);
    } catch (RuntimeException e) {
      closeQuietly(connection, errors);
      throw e;
    }
  }

  private static Connection connect(Path file, SqliteErrors errors, SynchronousMode synchronous) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new StoreUnavailable(
          "the database " + file + " can't be opened: its folder " + folder + " does not exist",
          "Make the folder, or name another file with --db.",
          new IOException(folder.toString()));
    }
    makeForOwner(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // never used by two threads at once
    config.setPageSize(8192);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(synchronous);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(TempStore.MEMORY);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "65536");
    try {
      return connect(file, config);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }

  /**
   * Makes a new file that only its owner may read, for it will hold secrets; SQLite gives the files
   * beside it the same permissions.
   */
  private static void makeForOwner(Path file) {
    if (Files.notExists(file)) {
      try {
        Files.createFile(
            Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (UnsupportedOperationException | IOException e) {
        // SQLite makes it, or says why not; or somebody else has made it by now
      }
    }
  }

  /**
   * Waits as long for another process as every statement does. SQLite itself does not wait where
   * several turn on the log of a new file at the same moment.
   */
  private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return config.createConnection("jdbc:sqlite:" + file);
      } catch (SQLException e) {
        boolean busy = SqliteErrors.isBusy(e);
        if (!busy || System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS)) {
          throw e;
        }
        LockSupport.parkNanos(MOMENT_NANOS);
      }
    }
  }

  @Override
  public String name() {
    return "sqlite:" + file;
  }

  @Override
  public int chunkRecords() {
    return CHUNK_RECORDS;
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups, long records) {
    return target(realm, lookups, catalogs, records);
  }

  ImportTarget target(
      Realm realm, Set<String> lookups, StoredDirectory.Catalogue catalogue, long records) {
    TemporaryIndex index = SqliteTemporaryIndex.of(sql, lookups);
    return new StoredTarget(
        sql,
        new StoredDirectory(sql, new SqliteTables(sql), realm, catalogue, index, records),
        index,
        TRANSACTION_RECORDS,
        false,
        () -> unchangedLookup(realm));
  }

  /** Reads committed data over its own connection, while an import writes. */
  private Optional<UnchangedLookup> unchangedLookup(Realm realm) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setCacheSize(-READER_CACHE_KIB);
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      Connection reader = config.createConnection("jdbc:sqlite:" + file);
      return Optional.of(
          new StoredUnchangedLookup(realm, new SqliteFingerprints(reader, errors, commits)));
    } catch (SQLException e) {
      errors.ignored(e); // nothing depends on it
      return Optional.empty();
    }
  }

  @Override
  public Optional<Closeable> hold(long jobNumber) {
    return locks.hold(jobNumber);
  }

  @Override
  public void close() {
    locks.close();
    sql.close();
  }

  private static void closeQuietly(Connection connection, SqliteErrors errors) {
    try {
      connection.close();
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }
}
