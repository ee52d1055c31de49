package dev.muster.app.store;

import dev.muster.app.store.StoredUnchangedLookup.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Reads fingerprints over a connection of the pool, taken for each look-up. Look-ups time out
 * quickly, because the import that waits for one may itself hold the lock it needs.
 */
final class PostgresFingerprints implements StoredUnchangedLookup.Rows {

  /** Look-ups at a time: the server answers one while the answer to another is read. */
  static final int AT_ONCE = 2;

  private static final int ANSWER_MILLIS = 20_000;

  private static final String SETTINGS =
      PostgresTables.BY_INDEX
          + ", set_config('lock_timeout', '200ms', true),"
          + " set_config('statement_timeout', '10s', true)";

  private final DataSource pool;
  private final PostgresErrors errors;
  private final Semaphore looks = new Semaphore(AT_ONCE);

  PostgresFingerprints(DataSource pool, PostgresErrors errors) {
    this.pool = pool;
    this.errors = errors;
  }

  @Override
  public void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints) {
    looks.acquireUninterruptibly();
    try (Connection connection = pool.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      connection.setAutoCommit(false); // the settings are the transaction's
      try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
        settings.execute();
        Object[] high = Arrays.stream(keysHigh).boxed().toArray();
        PostgresTables.ask(connection, PostgresTables.FIND_KEYS, high, keys);
        PostgresTables.ask(
            connection, PostgresTables.LOAD_FINGERPRINTS, users.toArray(), fingerprints);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      errors.ignored(e);
      throw errors.explain(e);
    } finally {
      looks.release();
    }
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void close() {
    // the pool belongs to the session
  }
}
