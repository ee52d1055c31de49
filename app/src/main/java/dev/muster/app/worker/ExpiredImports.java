package dev.muster.app.worker;

import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.thread.Ticker;
import dev.muster.apply.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes expired imports, and ended sessions of the console, of a directory every minute, until
 * closed.
 */
public final class ExpiredImports implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PORTIONS = 200;

  private final Database database;
  private final Clock clock;
  private final Retention retention;
  private final Ticker ticker;

  /** Starts at once. */
  public ExpiredImports(Database database, Clock clock, Retention retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
    this.ticker = new Ticker("muster-expired", PAUSE, this::delete);
  }

  private void delete() {
    try (Session session = database.open()) {
      new ImportControl(session, Actor.SYSTEM, clock, retention).deleteExpired(PORTIONS);
      int ignored = session.webSessions().deleteEnded(clock.instant());
    } catch (StoreUnavailable e) {
      return; // tried again in a minute
    }
  }

  /** Ends after the portion that is being deleted. */
  @Override
  public void close() {
    ticker.closeAndWait(PAUSE);
  }
}
