package dev.muster.app.store.directory;

import dev.muster.app.job.unchanged.UnchangedLookup;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.sql.Sql;
import dev.muster.apply.DataViolation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An import's target in a database.
 *
 * @param transactionRecords see {@link ImportTarget#transactionRecords}
 * @param shared see {@link ImportTarget#shared}
 * @param lookup opens a look-up of already applied records; empty if that is impossible
 */
public record StoredTarget(
    Sql sql,
    StoredDirectory directory,
    TemporaryIndex lookups,
    int transactionRecords,
    boolean shared,
    Supplier<Optional<UnchangedLookup>> lookup)
    implements ImportTarget {

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(() -> directory.gathering(work));
  }

  @Override
  public Optional<UnchangedLookup> unchangedLookup() {
    return lookup.get();
  }

  @Override
  public <T> T inSavepoint(Supplier<T> work) {
    directory
        .refresh(); // before the savepoint, so that it can't roll back the locks and the temporary
    // index
    directory.writeNewKeys();
    sql.execute("SAVEPOINT muster_part");
    try {
      T result = work.get();
      awaitWrites();
      sql.execute("RELEASE SAVEPOINT muster_part");
      return result;
    } catch (DataViolation e) {
      directory.rolledBack();
      sql.execute("ROLLBACK TO SAVEPOINT muster_part");
      sql.execute("RELEASE SAVEPOINT muster_part");
      throw e;
    }
  }

  @Override
  public void awaitWrites() {
    directory.writeNewKeys();
    sql.attempt(() -> true);
  }

  @Override
  public void close() {
    lookups.close();
  }
}
