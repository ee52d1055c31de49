package dev.muster.app.store;

import dev.muster.app.joblog.JobLog;
import dev.muster.apply.Directory;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/** A directory in one SQLite file, with the database's write-ahead log beside it. */
public final class SqliteStore implements Store {

  private static final int CACHE_KIB = 128 * 1024;
  private static final int BUSY_MILLIS = 15_000;

  private final Path file;
  private final Sql sql;
  private final Catalogs catalogs;
  private final Users users;
  private final JobLog jobs;
  private final JobLocks locks;

  private SqliteStore(Path file, Sql sql) {
    this.file = file;
    this.sql = sql;
    this.catalogs = new Catalogs(sql);
    String id = sql.first("SELECT id FROM directory", row -> row.getString(1)).orElseThrow();
    this.users = new Users(sql, new UserIds(id));
    this.jobs = new JdbcJobLog(sql);
    this.locks = new JobLocks(Path.of(file + "-jobs"));
  }

  /**
   * Opens a directory, making or upgrading the file where need be.
   *
   * @throws StoreUnavailable if that is impossible
   */
  public static SqliteStore open(Path file) {
    SqliteErrors errors = new SqliteErrors(file);
    Connection connection = connect(file, errors, SynchronousMode.FULL);
    try {
      SqliteSchema.prepare(file, connection, errors);
      return new SqliteStore(file, new Sql(connection, errors, "BEGIN IMMEDIATE"));
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
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(8192);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(synchronous);
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(TempStore.MEMORY);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "65536");
    try {
      return config.createConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }

  @Override
  public String name() {
    return "sqlite:" + file;
  }

  @Override
  public Catalogs catalogs() {
    return catalogs;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public JobLog jobs() {
    return jobs;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(work);
  }

  @Override
  public long reserveUserNumbers(long count) {
    return sql.number("UPDATE directory SET next_user = next_user + ? RETURNING next_user", count)
        - count;
  }

  @Override
  public void adopt(Realm realm) throws RulesBroken {
    new SqliteRules(sql).adopt(realm);
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups) {
    RunLookups runLookups = RunLookups.of(sql, lookups);
    Directory directory = new SqliteDirectory(sql, realm, () -> catalogs.of(realm), runLookups);
    return new ImportTarget() {
      @Override
      public Directory directory() {
        return directory;
      }

      @Override
      public <T> T inTransaction(Supplier<T> work) {
        return sql.inTransaction(work);
      }

      @Override
      public void close() {
        runLookups.close();
      }
    };
  }

  @Override
  public ImportTarget dryTarget(Realm realm, Set<String> lookups) {
    ImportTarget base = target(realm, lookups);
    Scratch scratch = Scratch.create();
    RunLookups scratchLookups = RunLookups.of(scratch.store.sql, lookups);
    Directory over =
        new SqliteDirectory(scratch.store.sql, realm, () -> catalogs.of(realm), scratchLookups);
    Set<String> paths = new HashSet<>(realm.attributeScopes().keySet());
    paths.addAll(lookups);
    Directory directory =
        new OverlayDirectory(base.directory(), over, paths, () -> catalogs.of(realm));
    return new ImportTarget() {
      @Override
      public Directory directory() {
        return directory;
      }

      @Override
      public <T> T inTransaction(Supplier<T> work) {
        return scratch.store.inTransaction(work);
      }

      @Override
      public void close() {
        scratchLookups.close();
        scratch.close();
        base.close();
      }
    };
  }

  @Override
  public ScratchLog scratchLog() {
    Scratch scratch = Scratch.create();
    return new ScratchLog() {
      @Override
      public JobLog log() {
        return scratch.store.jobs();
      }

      @Override
      public void close() {
        scratch.close();
      }
    };
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

  /** A store in a temporary folder; nothing of it has to survive, so nothing waits for the disk. */
  private record Scratch(SqliteStore store, Path folder) {

    static Scratch create() {
      try {
        Path folder = Files.createTempDirectory("muster-scratch-");
        Path file = folder.resolve("scratch.db");
        SqliteErrors errors = new SqliteErrors(file);
        Connection connection = connect(file, errors, SynchronousMode.OFF);
        SqliteSchema.prepare(file, connection, errors);
        return new Scratch(
            new SqliteStore(file, new Sql(connection, errors, "BEGIN IMMEDIATE")), folder);
      } catch (IOException e) {
        throw new StoreUnavailable(
            "no temporary folder can be made: " + e.getMessage(),
            "Make room in the folder for temporary files, or name another with TMPDIR.",
            e);
      }
    }

    void close() {
      store.close();
      try (var files = Files.list(folder)) {
        for (Path left : files.toList()) {
          Files.deleteIfExists(left);
        }
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        folder.toFile().deleteOnExit();
      }
    }
  }
}
