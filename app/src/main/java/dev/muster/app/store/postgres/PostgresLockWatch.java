package dev.muster.app.store.postgres;

import dev.muster.app.store.WaitListener;
import dev.muster.app.store.sql.RunningCall;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reports calls that wait for a lock of another session. It asks the server, on a separate
 * connection, only about calls that take long. Thread-safe.
 */
final class PostgresLockWatch implements Closeable {

  private static final long TICK_MILLIS = 500;

  /** The sessions that block a server process; no row if it isn't waiting for a lock. */
  private static final String BLOCKERS =
      """
      SELECT blocker.pid, coalesce(activity.application_name, '')
        FROM unnest(pg_blocking_pids(?)) AS blocker(pid)
        LEFT JOIN pg_stat_activity AS activity USING (pid)
       LIMIT 1""";

  private final PostgresAddress address;
  private final PostgresErrors errors;
  private final WaitListener listener;
  private final Map<RunningCall, Long> told =
      new ConcurrentHashMap<>(); // start of the call that was last reported
  private @Nullable ScheduledExecutorService clock;

  PostgresLockWatch(PostgresAddress address, PostgresErrors errors, WaitListener listener) {
    this.address = address;
    this.errors = errors;
    this.listener = listener;
  }

  /** Starts to watch the calls of a session, until they are forgotten. */
  synchronized RunningCall watched() {
    RunningCall call = new RunningCall();
    told.put(call, 0L);
    if (clock == null && listener != WaitListener.SILENT) {
      clock = Executors.newSingleThreadScheduledExecutor(PostgresLockWatch::daemon);
      var unused =
          clock.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return call;
  }

  void forget(RunningCall call) {
    told.remove(call);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "muster-lock-watch");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    for (Map.Entry<RunningCall, Long> each : told.entrySet()) {
      RunningCall call = each.getKey();
      long since = call.sinceNanos();
      boolean takesLong =
          since != 0 && System.nanoTime() - since > WaitListener.TOLD_AFTER.toNanos();
      if (takesLong && since != each.getValue()) {
        tellIfBlocked(call, since);
      }
    }
  }

  private void tellIfBlocked(RunningCall call, long since) {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.properties());
        PreparedStatement ask = connection.prepareStatement(BLOCKERS)) {
      ask.setInt(1, call.backend());
      try (ResultSet row = ask.executeQuery()) {
        if (row.next() && call.sinceNanos() == since) {
          told.replace(call, since);
          String program = row.getString(2);
          listener.tell(
              "another session"
                  + (program.isEmpty() ? "" : " (" + program + ")")
                  + " has a lock in "
                  + address.name()
                  + ": process "
                  + row.getInt(1)
                  + " of the server");
        }
      }
    } catch (SQLException e) {
      errors.ignored(e); // the watched call will fail with an explanation
    }
  }

  @Override
  public synchronized void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }
}
