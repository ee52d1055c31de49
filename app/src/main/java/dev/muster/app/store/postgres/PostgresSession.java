package dev.muster.app.store.postgres;

import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.SurveyedKeys;
import dev.muster.app.store.directory.StoredDirectory;
import dev.muster.app.store.directory.StoredTarget;
import dev.muster.app.store.directory.StoredUnchangedLookup;
import dev.muster.app.store.directory.TemporaryIndex;
import dev.muster.app.store.jdbc.JdbcSession;
import dev.muster.app.store.jobs.StoredUploads;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sqlite.ScratchSession;
import dev.muster.user.Realm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session of a {@link PostgresDatabase}. */
public final class PostgresSession extends JdbcSession {

  /**
   * The most records in a transaction. After a conflict with another writer, all of them are
   * decided again.
   */
  private static final int TRANSACTION_RECORDS = 10_000;

  /** Each chunk takes a few round trips to the server, so larger chunks mean fewer round trips. */
  private static final int CHUNK_RECORDS = 2000;

  private final PostgresDatabase database;
  private final SubmittedImports submitted;
  private final Runnable onClose;
  private boolean closed;

  PostgresSession(PostgresDatabase database, Sql sql, Runnable onClose) {
    super(
        database,
        sql,
        "strpos",
        PostgresTables::new,
        new PostgresSearchTables(sql),
        ScratchSession.SCRATCH);
    this.database = database;
    this.onClose = onClose;
    this.submitted =
        new PostgresSubmittedImports(sql, new PostgresSharedHashes(sql, database::holdPortion));
  }

  /** Opens a database for one session. Closing the session closes the database. */
  public static PostgresSession open(PostgresAddress address) {
    PostgresDatabase database = PostgresDatabase.open(address);
    return database.open(database::close);
  }

  @Override
  public SubmittedImports submitted() {
    return submitted;
  }

  @Override
  protected StoredUploads storedUploads() {
    return new StoredUploads(sql, new PostgresUploadBytes(sql));
  }

  @Override
  protected void forgetSubmission(long jobNumber) {
    for (String table : List.of("job_hashes", "job_inputs", "submissions")) {
      sql.execute("DELETE FROM " + table + " WHERE job = ?", jobNumber);
    }
  }

  @Override
  public int chunkRecords() {
    return CHUNK_RECORDS;
  }

  @Override
  public ImportTarget target(Realm realm, Set<String> lookups, SurveyedKeys keys) {
    TemporaryIndex index = PostgresTemporaryIndex.of(sql, lookups);
    return new StoredTarget(
        sql,
        new StoredDirectory(sql, new PostgresTables(sql), realm, catalogs, index, keys),
        index,
        TRANSACTION_RECORDS,
        true,
        () ->
            Optional.of(
                new StoredUnchangedLookup(
                    realm, new PostgresFingerprints(database.lookups(), database.errors()))));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      sql.close();
      onClose.run();
    }
  }
}
