package dev.muster.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * Each look-up borrows a connection while it lasts. It gives up early: the import that waits for it
 * may itself hold the lock that it needs.
 */
final class PostgresSealedRows implements StoredRecognition.SealedRows {

  /** Look-ups of one import at a time. */
  private static final int AT_ONCE = 2;

  private static final int ANSWER_MILLIS = 20_000;

  private static final String SETTINGS =
      PostgresTables.BY_INDEX
          + ", set_config('lock_timeout', '200ms', true),"
          + " set_config('statement_timeout', '10s', true)";

  private static final String FIND =
      "SELECT k.key_high, k.key_low, k.realm, "
          + SealedRow.COLUMNS
          + " FROM unnest(?::bigint[]) AS wanted(key_high)"
          + " JOIN login_keys AS k USING (key_high)"
          + " JOIN users AS u ON u.id = k.user_id";

  private final PostgresLookups connections;
  private final PostgresErrors errors;
  private final Semaphore looks = new Semaphore(AT_ONCE);

  PostgresSealedRows(PostgresLookups connections, PostgresErrors errors) {
    this.connections = connections;
    this.errors = errors;
  }

  @Override
  public void find(long[] keysHigh, StoredRecognition.Reader reader) throws SQLException {
    looks.acquireUninterruptibly();
    try (Connection connection = connections.connection()) {
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      connection.setAutoCommit(false); // the settings are the transaction's
      try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
        settings.execute();
        Object[] keys = Arrays.stream(keysHigh).boxed().toArray();
        PostgresTables.ask(connection, FIND, keys, reader);
      } finally {
        connection.rollback();
      }
    } finally {
      looks.release();
    }
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void ignored(SQLException e) {
    errors.ignored(e);
  }

  @Override
  public void close() {
    // the connections are not its own
  }
}
