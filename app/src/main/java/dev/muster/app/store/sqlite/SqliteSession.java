package dev.muster.app.store.sqlite;

import dev.muster.app.store.Database;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.directory.StoredDirectory;
import dev.muster.app.store.directory.StoredTarget;
import dev.muster.app.store.directory.StoredUnchangedLookup;
import dev.muster.app.store.directory.TemporaryIndex;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.app.store.jobs.StoredUploads;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.Realm;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A session of a {@link SqliteDatabase}. */
public final class SqliteSession extends JdbcSession {

  /**
   * The most records in a transaction. It is large because a transaction writes each changed page
   * once.
   */
  public static final int TRANSACTION_RECORDS = 50_000;

  /**
   * SQLite calls are cheap, so chunks may be small; objects of larger chunks would survive more
   * garbage collections.
   */
  private static final int CHUNK_RECORDS = 1000;

  /** The page cache of an import; memory is used only for pages that it touches. */
  private static final int IMPORT_CACHE_KIB = 128 * 1024;

  private final SqliteConnections connections;
  private final SqliteSubmittedImports submitted;
  private final Consumer<Sql> giveBack;
  private final Runnable afterClose;
  private boolean largeCache;
  private boolean closed;

  SqliteSession(
      Database database,
      SqliteConnections connections,
      Sql sql,
      Consumer<Sql> giveBack,
      Runnable afterClose) {
    super(
        database,
        sql,
        "instr",
        SqliteTables::new,
        new SqliteSearchTables(sql),
        ScratchSession.SCRATCH);
    this.connections = connections;
    this.submitted = new SqliteSubmittedImports(sql, connections.file());
    this.giveBack = giveBack;
    this.afterClose = afterClose;
  }

  /** Opens a database for one session. Closing the session closes the database. */
  public static SqliteSession open(Path file) {
    SqliteDatabase database = SqliteDatabase.open(file);
    return database.open(database::close);
  }

  @Override
  public SubmittedImports submitted() {
    return submitted;
  }

  @Override
  protected StoredUploads storedUploads() {
    return new StoredUploads(sql, new SqliteUploadBytes(connections.file().inputs()));
  }

  @Override
  protected void forgetSubmission(long jobNumber) {
    submitted.forget(jobNumber);
  }

  @Override
  public int chunkRecords() {
    return CHUNK_RECORDS;
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups, SurveyedKeys keys) {
    return target(realm, lookups, catalogs, keys);
  }

  ImportTarget target(
      Realm realm, Set<String> lookups, StoredDirectory.Catalogue catalogue, SurveyedKeys keys) {
    cache(sql, IMPORT_CACHE_KIB);
    largeCache = true;
    OtherWrites otherWrites = new OtherWrites(sql);
    TemporaryIndex index = SqliteTemporaryIndex.of(sql, otherWrites, lookups);
    return new StoredTarget(
        sql,
        new StoredDirectory(sql, new SqliteTables(sql, otherWrites), realm, catalogue, index, keys),
        index,
        TRANSACTION_RECORDS,
        false,
        () -> Optional.of(new StoredUnchangedLookup(realm, new SqliteFingerprints(connections))));
  }

  /** Sets the page cache of a connection, and frees pages beyond it. */
  static void cache(Sql sql, int kib) {
    sql.attempt(
        () -> {
          try (Statement statement = sql.connection().createStatement()) {
            return statement.execute("PRAGMA cache_size = -" + kib);
          }
        });
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (largeCache && sql.isReusable()) {
      cache(sql, SqliteConnections.CACHE_KIB);
    }
    giveBack.accept(sql);
    afterClose.run();
  }
}
