package dev.muster.app.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The database server's time, so that the clocks of nodes need not agree. It is this machine's
 * clock plus the offset of the server's. The offset is queried again every few seconds, and at once
 * after this machine's clock was set or its processes were suspended. Thread-safe.
 */
final class ServerClock extends Clock {

  private static final Duration ASKED_EVERY = Duration.ofSeconds(10);
  private static final Duration JUMP = Duration.ofMillis(500);

  private final DataSource pool;
  private final PostgresErrors errors;
  private final Clock machine;
  private Duration ahead;
  private Instant askedAt;
  private long askedNanos;

  ServerClock(DataSource pool, PostgresErrors errors) {
    this(pool, errors, Clock.systemUTC());
  }

  /**
   * Creates a clock and queries the server's time.
   *
   * @throws dev.muster.apply.StoreUnavailable if the server can't be asked
   */
  ServerClock(DataSource pool, PostgresErrors errors, Clock machine) {
    this.pool = pool;
    this.errors = errors;
    this.machine = machine;
    this.askedAt = machine.instant();
    this.askedNanos = System.nanoTime();
    try {
      this.ahead = ask();
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }

  @Override
  public synchronized Instant instant() {
    Instant now = machine.instant();
    Duration passed = Duration.ofNanos(System.nanoTime() - askedNanos);
    Duration jump = Duration.between(askedAt, now).minus(passed).abs();
    if (passed.compareTo(ASKED_EVERY) > 0 || jump.compareTo(JUMP) > 0) {
      try {
        ahead = ask();
      } catch (SQLException e) {
        errors.ignored(e); // keeps the last offset until the server is back
      }
      askedAt = machine.instant();
      askedNanos = System.nanoTime();
    }
    return machine.instant().plus(ahead);
  }

  private Duration ask() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT (extract(epoch FROM now()) * 1000)::bigint")) {
      row.next();
      return Duration.between(machine.instant(), Instant.ofEpochMilli(row.getLong(1)));
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // instants have no zone
  }
}
