package dev.muster.app.store.postgres;

import dev.muster.app.store.directory.StoredUnchangedLookup;
import dev.muster.app.store.directory.StoredUnchangedLookup.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Looks up fingerprints on connections besides the import's. A look-up has short timeouts, because
 * the import that waits for it may itself hold the lock that it needs.
 */
final class PostgresFingerprints implements StoredUnchangedLookup.Rows {

  /** Concurrent look-ups of one import. */
  private static final int AT_ONCE = 2;

  private static final int ANSWER_MILLIS = 20_000;

  private static final String SETTINGS =
      PostgresTables.BY_INDEX
          + ", set_config('lock_timeout', '200ms', true),"
          + " set_config('statement_timeout', '10s', true)";

  private final PostgresLookups connections;
  private final PostgresErrors errors;
  private final Semaphore looks = new Semaphore(AT_ONCE);

  PostgresFingerprints(PostgresLookups connections, PostgresErrors errors) {
    this.connections = connections;
    this.errors = errors;
  }

  @Override
  public void read(long[] keysHigh, RowReader keys, Set<Long> users, RowReader fingerprints) {
    looks.acquireUninterruptibly();
    try (Connection connection = connections.connection()) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      connection.setAutoCommit(false); // SETTINGS apply to the current transaction only
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
    // the connections belong to the database
  }
}
