package dev.muster.app.store.postgres;

import dev.muster.app.job.Job;
import dev.muster.app.store.sql.Sql;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears what other processes announce in a database, by a connection and a thread of its own. What
 * is said while the connection is lost is missed, so the listener is called every now and then as
 * well, and always looks for itself.
 */
final class Notifications implements Closeable {

  private static final int ANSWER_SECONDS = 5;

  private final PostgresAddress address;
  private final PostgresErrors errors;
  private final Channel channel;
  private final Duration tick;
  private final Runnable listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  private Notifications(
      PostgresAddress address, Channel channel, Duration tick, Runnable listener) {
    this.address = address;
    this.errors = new PostgresErrors(address);
    this.channel = channel;
    this.tick = tick;
    this.listener = listener;
  }

  /**
   * Begins to listen.
   *
   * @param tick how long nothing may be heard until the listener is called all the same
   * @param listener called on a thread of its own; must not throw
   */
  static Notifications hear(
      PostgresAddress address, Channel channel, Duration tick, Runnable listener) {
    Notifications made = new Notifications(address, channel, tick, listener);
    Thread thread = new Thread(made::run, "muster-listen");
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  private void run() {
    while (!isClosed()) {
      try (Connection made = DriverManager.getConnection(address.jdbcUrl(), address.properties())) {
        connection = made;
        listen(made);
      } catch (SQLException e) {
        errors.ignored(e); // those who do something with the database tell
      }
      if (!waitTick()) {
        tell();
      }
    }
  }

  private void listen(Connection made) throws SQLException {
    try (Statement statement = made.createStatement()) {
      statement.execute("LISTEN " + channel.wireName());
    }
    PGConnection heard = made.unwrap(PGConnection.class);
    tell();
    while (!isClosed()) {
      if (heard.getNotifications((int) tick.toMillis()).length == 0
          && !made.isValid(ANSWER_SECONDS)) {
        return;
      }
      if (!isClosed()) {
        tell();
      }
    }
  }

  /** A listener that fails must not end the thread: nothing would be heard any more. */
  private void tell() {
    try {
      listener.run();
    } catch (RuntimeException e) {
      System.getLogger(Notifications.class.getName())
          .log(System.Logger.Level.WARNING, "a listener failed", e);
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** True when it was closed meanwhile. */
  private boolean waitTick() {
    try {
      return closed.await(tick.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    Connection lost = connection;
    if (lost != null) {
      try {
        lost.abort(Runnable::run); // the thread waits in it, and close() would wait for the thread
      } catch (SQLException e) {
        errors.ignored(e);
      }
    }
  }

  /** What announcements are about; each carries the job's id. */
  enum Channel {
    /** There is something to do: an import was submitted, given back or cancelled. */
    WORK,
    /** A submitted import has changed. */
    JOB_CHANGED;

    String wireName() {
      return "muster_" + name().toLowerCase(Locale.ROOT);
    }

    /** Announces something about a job; inside a transaction, at its commit. */
    void announce(Sql sql, Job job) {
      sql.execute("SELECT pg_notify(?, ?)", wireName(), job.id());
    }
  }
}
