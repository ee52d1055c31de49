package dev.muster.app.store;

import dev.muster.user.Realm;
import java.util.Optional;
import java.util.Set;

/** A session of a {@link PostgresDatabase}. */
public final class PostgresSession extends JdbcSession {

  /** Records that share a transaction at the most; they are begun again where it is overtaken. */
  private static final int TRANSACTION_RECORDS = 10_000;

  /** Each chunk waits for the server a few times; with more records it does so less often. */
  private static final int CHUNK_RECORDS = 2000;

  private final PostgresDatabase database;
  private final SubmittedImports submitted;
  private final Runnable onClose;
  private boolean closed;

  PostgresSession(PostgresDatabase database, Sql sql, Runnable onClose) {
    super(database, sql, "strpos", PostgresTables::new);
    this.database = database;
    this.onClose = onClose;
    this.submitted =
        new PostgresSubmittedImports(sql, new SharedHashes(sql, database::holdPortion));
  }

  /** Opens a database for one session, which closes it. */
  public static PostgresSession open(PostgresAddress address) {
    PostgresDatabase database = PostgresDatabase.open(address);
    return database.open(database::close);
  }

  @Override
  public SubmittedImports submitted() {
    return submitted;
  }

  @Override
  void forgetSubmission(long jobNumber) {
    // goes with the job
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
