package dev.muster.app.store;

import dev.muster.app.store.postgres.PostgresSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock that can be set, beside a server's that can't. */
public final class SettableClock extends Clock {

  private final PostgresSession session;
  private Duration behind = Duration.ZERO;

  public SettableClock(PostgresSession session) {
    this.session = session;
  }

  public void setBack() {
    behind = Duration.ofHours(1);
  }

  /** The server's time and some seconds. */
  public Instant serverTime(int seconds) {
    return Instant.ofEpochMilli(
            session.sql.number("SELECT (extract(epoch FROM now()) * 1000)::bigint"))
        .plusSeconds(seconds);
  }

  @Override
  public Instant instant() {
    return Instant.now().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
