package dev.muster.app.store.sqlite;

import dev.muster.app.store.WaitListener;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits, for a limited time, while another process has the file locked, and reports long waits. For
 * one connection.
 */
final class SqliteBusyWait extends BusyHandler {

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(15);

  /** Short pauses, so that a retry meets the moment between two transactions of another process. */
  private static final int[] PAUSES_MILLIS = {1, 2, 5};

  private final Path file;
  private final WaitListener listener;
  private long begunNanos;
  private boolean told;

  SqliteBusyWait(Path file, WaitListener listener) {
    this.file = file;
    this.listener = listener;
  }

  /** Called by SQLite; 1 to try again, 0 to give up. */
  @Override
  protected int callback(int triesBefore) {
    return goesOn(triesBefore) ? 1 : 0;
  }

  /**
   * Sleeps briefly.
   *
   * @param triesBefore 0 when the waiting begins
   * @return whether to try again
   */
  boolean goesOn(int triesBefore) {
    if (triesBefore == 0) {
      begunNanos = System.nanoTime();
      told = false;
    }
    long waited = System.nanoTime() - begunNanos;
    if (waited > LIMIT_NANOS || Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (!told && waited > WaitListener.TOLD_AFTER.toNanos()) {
      told = true;
      listener.tell("another process is writing to " + file.getFileName());
    }
    int pause = PAUSES_MILLIS[Math.min(triesBefore, PAUSES_MILLIS.length - 1)];
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
    return true;
  }
}
