package dev.muster.app.worker;

import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.thread.Ticker;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Brings the search index of a directory up to date, from time to time until closed. Of several
 * processes that share the directory, one works at a time. While imports run, it rests most of the
 * time.
 */
public final class SearchIndexing implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SearchIndexing.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** While imports run, it rests so many times as long as it works: 5 % of the time are work. */
  private static final int REST = 19;

  /** While imports run, it begins only when so much time has passed since it last worked. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration END = Duration.ofMinutes(1);

  private final Database database;
  private final BooleanSupplier importing;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Ticker ticker;
  private volatile boolean failing;
  private volatile long lastWorkNanos = System.nanoTime() - PATIENCE.toNanos();

  /**
   * Starts at once.
   *
   * @param importing whether this process runs imports now
   */
  public SearchIndexing(Database database, BooleanSupplier importing) {
    this(database, importing, PAUSE);
  }

  SearchIndexing(Database database, BooleanSupplier importing, Duration pause) {
    this.database = database;
    this.importing = importing;
    this.ticker = new Ticker("muster-indexing", pause, this::round);
  }

  /** Indexes until the index is up to date, and logs what goes wrong. */
  void round() {
    try {
      if (isDue() && lags()) {
        index();
        lastWorkNanos = System.nanoTime();
      }
      failing = false;
    } catch (IOException | RuntimeException e) {
      if (!failing && !isClosed()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "users are not indexed for searches now, which is tried again: {0}",
            e.getMessage());
      }
      failing = true;
    }
  }

  private boolean isDue() {
    return !importing.getAsBoolean() || System.nanoTime() - lastWorkNanos >= PATIENCE.toNanos();
  }

  private boolean lags() {
    try (Session session = database.openReading()) {
      return session.users().indexLags();
    }
  }

  private void index() throws IOException {
    Optional<Closeable> hold = database.holdIndexing();
    if (hold.isEmpty()) {
      return; // another process does it
    }
    Closeable held = hold.get();
    try (held;
        Session session = database.open()) {
      boolean more = true;
      while (more && !isClosed()) {
        long begun = System.nanoTime();
        more = session.users().indexPortion(this::isClosed);
        rest(System.nanoTime() - begun);
      }
    }
  }

  private void rest(long workedNanos) {
    long end = System.nanoTime() + REST * workedNanos;
    try {
      while (importing.getAsBoolean() && end > System.nanoTime() && !isClosed()) {
        long left = Math.min(PAUSE.toNanos(), end - System.nanoTime());
        boolean ignored = closed.await(left, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Stops within a fraction of a second, after the transaction under way. */
  @Override
  public void close() {
    closed.countDown();
    ticker.closeAndWait(END);
  }
}
