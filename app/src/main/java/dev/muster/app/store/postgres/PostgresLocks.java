package dev.muster.app.store.postgres;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Advisory locks of this process, all held on one connection. The server releases them when the
 * process, its machine or the connection fails. Thread-safe.
 */
public final class PostgresLocks implements Closeable {

  /** The first key of the advisory locks of jobs. */
  public static final int JOB_LOCK = 0x4d75_0002;

  private static final String HELD =
      """
      SELECT EXISTS (
        SELECT FROM pg_locks
         WHERE locktype = 'advisory' AND granted AND classid::bigint = ? AND objid::bigint = ?
           AND objsubid = ?
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))""";

  private final PostgresAddress address;
  private final PostgresErrors errors;
  private final Set<Lock> held = new HashSet<>();
  private @Nullable Connection connection;

  PostgresLocks(PostgresAddress address, PostgresErrors errors) {
    this.address = address;
    this.errors = errors;
  }

  /**
   * The key of an advisory lock, as {@code pg_locks} shows it.
   *
   * @param kind 2 for a key of two ints, 1 for a key of one long
   */
  record Lock(int high, int low, int kind) {

    long number() {
      return ((long) high << Integer.SIZE) | Integer.toUnsignedLong(low);
    }
  }

  /** The lock of the indexing of users. */
  static final Lock INDEXING = new Lock(0x4d75_0004, 0, 2);

  /** The lock of a job. */
  static Lock ofJob(long number) {
    return new Lock(JOB_LOCK, Math.toIntExact(number), 2);
  }

  /** The lock of a portion of a job's records. */
  static Lock ofPortion(long jobNumber, long firstRecord) {
    long number = (jobNumber << Integer.SIZE) + firstRecord;
    return new Lock((int) (number >> Integer.SIZE), (int) number, 1);
  }

  /** Takes a lock until the result is closed; empty if this process or another one has it. */
  synchronized Optional<Closeable> hold(Lock lock) {
    if (held.contains(lock)) {
      return Optional.empty();
    }
    boolean got = ask(connection -> lock(connection, lock));
    if (!got) {
      return Optional.empty();
    }
    held.add(lock);
    return Optional.of(new Hold(lock));
  }

  /** Whether this process or another one has a lock. */
  synchronized boolean isHeld(Lock lock) {
    return held.contains(lock)
        || ask(
            connection ->
                isTrue(
                    connection,
                    HELD,
                    Integer.toUnsignedLong(lock.high()),
                    Integer.toUnsignedLong(lock.low()),
                    lock.kind()));
  }

  private static boolean lock(Connection connection, Lock lock) throws SQLException {
    return lock.kind() == 2
        ? isTrue(connection, "SELECT pg_try_advisory_lock(?, ?)", lock.high(), lock.low())
        : isTrue(connection, "SELECT pg_try_advisory_lock(?)", lock.number());
  }

  private synchronized void release(Lock lock) {
    held.remove(lock);
    try {
      if (connection == null) {
        return;
      }
      if (lock.kind() == 2) {
        isTrue(connection, "SELECT pg_advisory_unlock(?, ?)", lock.high(), lock.low());
      } else {
        isTrue(connection, "SELECT pg_advisory_unlock(?)", lock.number());
      }
    } catch (SQLException e) {
      errors.ignored(e); // the lock was lost with the connection
      disconnect();
    }
  }

  private static boolean isTrue(Connection connection, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        ask.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = ask.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Asks the server; retries once on a new connection if the old one is lost. */
  private boolean ask(Question question) {
    try {
      if (connection != null) {
        try {
          return question.ask(connection);
        } catch (SQLException e) {
          errors.ignored(e);
          disconnect();
        }
      }
      return question.ask(connected());
    } catch (SQLException e) {
      disconnect();
      throw errors.explain(e);
    }
  }

  /** Connects, and takes the held locks again, as far as they are free. */
  private Connection connected() throws SQLException {
    Connection made = DriverManager.getConnection(address.jdbcUrl(), address.properties());
    connection = made;
    for (Lock lock : held) {
      lock(made, lock);
    }
    return made;
  }

  private void disconnect() {
    Connection lost = connection;
    connection = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException e) {
      errors.ignored(e);
    }
  }

  @Override
  public synchronized void close() {
    held.clear();
    disconnect();
  }

  /** A query with a boolean result. */
  private interface Question {
    boolean ask(Connection connection) throws SQLException;
  }

  /** A lock that was taken. */
  private final class Hold implements Closeable {

    private final Lock lock;
    private boolean released;

    Hold(Lock lock) {
      this.lock = lock;
    }

    @Override
    public synchronized void close() {
      if (!released) {
        released = true;
        release(lock);
      }
    }
  }
}
