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
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Listens for notifications of other processes (PostgreSQL's LISTEN), with its own connection and
 * thread. Notifications are missed while the connection is lost. So the listener is also called
 * periodically, and has to query the database to see what changed.
 */
final class Notifications implements Closeable {

  /** The beginning of the application name of a worker's connection; its node follows. */
  static final String WORKER = "muster worker ";

  private static final int ANSWER_SECONDS = 5;

  private final PostgresAddress address;
  private final PostgresErrors errors;
  private final Channel channel;
  private final Duration tick;
  private final Runnable listener;
  private final String applicationName;
  private final Link link;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private boolean isLost;

  private Notifications(
      PostgresAddress address,
      Channel channel,
      Duration tick,
      Runnable listener,
      String applicationName,
      Link link) {
    this.address = address;
    this.errors = new PostgresErrors(address);
    this.channel = channel;
    this.tick = tick;
    this.listener = listener;
    this.applicationName = applicationName;
    this.link = link;
  }

  /**
   * Starts to listen.
   *
   * @param tick the longest time between two calls of the listener
   * @param listener called on a dedicated thread; should not throw
   */
  static Notifications hear(
      PostgresAddress address, Channel channel, Duration tick, Runnable listener) {
    return started(new Notifications(address, channel, tick, listener, "", Link.SILENT));
  }

  /**
   * Starts to listen for work, as a worker whose connection shows its name.
   *
   * @param node the worker's display name
   * @param link told when the database can't be reached, and when it can again
   */
  static Notifications hearWork(
      PostgresAddress address, String node, Duration tick, Runnable listener, Link link) {
    return started(new Notifications(address, Channel.WORK, tick, listener, WORKER + node, link));
  }

  private static Notifications started(Notifications made) {
    Thread thread = new Thread(made::run, "muster-listen");
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  private void run() {
    while (!isClosed()) {
      try (Connection made = DriverManager.getConnection(address.jdbcUrl(), properties())) {
        connection = made;
        found();
        listen(made);
        lost();
      } catch (SQLException e) {
        errors.ignored(e); // sessions report that the database is unreachable
        lost();
      }
      if (!waitTick()) {
        tell();
      }
    }
  }

  private Properties properties() {
    Properties properties = address.properties();
    if (!applicationName.isEmpty()) {
      properties.setProperty("ApplicationName", applicationName);
    }
    return properties;
  }

  private void lost() {
    if (!isLost && !isClosed()) {
      isLost = true;
      link.lost();
    }
  }

  private void found() {
    if (isLost) {
      isLost = false;
      link.found();
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

  /** Calls the listener. An exception is logged, so that it does not end the thread. */
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

  /** Waits for a tick; true if this was closed meanwhile. */
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
        lost.abort(
            Runnable::run); // Connection.close() would wait for the thread that is reading from it
      } catch (SQLException e) {
        errors.ignored(e);
      }
    }
  }

  /** Hears of the connection; called on the listening thread. */
  interface Link {

    Link SILENT =
        new Link() {
          @Override
          public void lost() {}

          @Override
          public void found() {}
        };

    /** The connection was lost, or can't be made. */
    void lost();

    /** There is a connection again. */
    void found();
  }

  /** Channels of NOTIFY; the payload is the job's id. */
  enum Channel {
    /** For workers: an import was submitted, given back or cancelled. */
    WORK,
    /** For observers: a submitted import has changed. */
    JOB_CHANGED;

    String wireName() {
      return "muster_" + name().toLowerCase(Locale.ROOT);
    }

    /** Sends a notification about a job; in a transaction, it is delivered at the commit. */
    void announce(Sql sql, Job job) {
      sql.execute("SELECT pg_notify(?, ?)", wireName(), job.id());
    }
  }
}
