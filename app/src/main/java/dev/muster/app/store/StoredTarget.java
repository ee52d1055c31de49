package dev.muster.app.store;

import dev.muster.app.store.Session.ImportTarget;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tables of a database as what an import writes to.
 *
 * @param transactionRecords see {@link ImportTarget#transactionRecords}
 * @param shared see {@link ImportTarget#shared}
 * @param recogniser makes a recognition, if that is possible
 */
record StoredTarget(
    Sql sql,
    StoredDirectory directory,
    TemporaryIndex lookups,
    int transactionRecords,
    boolean shared,
    Supplier<Optional<Recognition>> recogniser)
    implements ImportTarget {

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(() -> directory.gathering(work));
  }

  @Override
  public Optional<Recognition> recognition() {
    return recogniser.get();
  }

  @Override
  public void settle() {
    directory.writeNewKeys();
    sql.attempt(() -> true);
  }

  @Override
  public void close() {
    lookups.close();
  }
}
