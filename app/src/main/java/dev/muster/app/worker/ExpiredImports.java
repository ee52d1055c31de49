package dev.muster.app.worker;

import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deletes expired imports of a directory every minute, until closed. */
public final class ExpiredImports implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int PORTIONS = 200;

  private final Database database;
  private final Clock clock;
  private final Retention retention;
  private final ScheduledExecutorService thread;

  /** Starts at once. */
  public ExpiredImports(Database database, Clock clock, Retention retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "muster-expired");
              made.setDaemon(true);
              return made;
            });
    @SuppressWarnings({"FutureReturnValueIgnored", "unused"}) // the action does not throw
    Object ignored =
        thread.scheduleWithFixedDelay(this::delete, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void delete() {
    try (Session session = database.open()) {
      new ImportControl(session, Actor.SYSTEM, clock, retention).deleteExpired(PORTIONS);
    } catch (StoreUnavailable e) {
      return; // tried again in a minute
    }
  }

  /** Ends after the portion that is being deleted. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(PAUSE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
