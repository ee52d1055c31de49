package dev.muster.app.store.sqlite;

import dev.muster.app.store.WaitListener;
import dev.muster.app.store.sql.SqlDialect;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The state that all users of one SQLite file in this process share, whichever path they open it
 * by: locks of jobs, the lock on writing, notifications and inputs of submitted imports.
 * Thread-safe.
 */
final class SharedSqliteFile implements AutoCloseable {

  private static final Map<Path, SharedSqliteFile> OPEN = new HashMap<>();

  /** Longer than any transaction takes, except an all-or-nothing import of millions of records. */
  private static final long TURN_MINUTES = 30;

  /** After a turn, the pause for other processes is this fraction of the turn's duration: 1/100. */
  private static final int PAUSE_PART = 100;

  private static final long PAUSE_MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Path file;
  private final JobLocks jobs;
  private final ReentrantLock writing = new ReentrantLock(true);
  private long nextTurnNanos = System.nanoTime();
  private final Object commits = new Object();
  private final JobNews news = new JobNews();
  private final InputFolder inputs;
  private int users;

  private SharedSqliteFile(Path file) {
    this.file = file;
    this.jobs = new JobLocks(Path.of(file + "-jobs"));
    this.inputs = new InputFolder(Path.of(file + "-inputs"));
  }

  /** The shared state of a file. Each caller must close it. */
  static SharedSqliteFile of(Path file) {
    Path real = real(file);
    synchronized (OPEN) {
      SharedSqliteFile locks = OPEN.computeIfAbsent(real, SharedSqliteFile::new);
      locks.users++;
      return locks;
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // the file does not exist yet
    }
  }

  /** The locks of jobs. */
  JobLocks jobs() {
    return jobs;
  }

  /** Notifications about submitted imports. */
  JobNews news() {
    return news;
  }

  /** Inputs of submitted imports. */
  InputFolder inputs() {
    return inputs;
  }

  /** The monitor that is held during each commit. */
  Object commits() {
    return commits;
  }

  /**
   * Waits until no other thread of this process writes to the file. Threads get their turns in
   * order of arrival.
   *
   * @param listener called if that takes long
   */
  SqlDialect.Turn awaitTurn(WaitListener listener) {
    boolean interrupted = false;
    long begun = System.nanoTime();
    boolean told = false;
    try {
      while (true) {
        try {
          long left =
              (told ? TimeUnit.MINUTES.toNanos(TURN_MINUTES) : WaitListener.TOLD_AFTER.toNanos())
                  - (System.nanoTime() - begun);
          if (writing.tryLock(Math.max(0, left), TimeUnit.NANOSECONDS)) {
            return turn();
          }
          if (told) {
            throw new StoreUnavailable(
                "another import of this process has been writing to " + file + " for too long",
                "Let it finish, then go on.",
                new IllegalStateException(writing.toString()));
          }
          told = true;
          listener.tell("another import of this process is writing to " + file.getFileName());
        } catch (InterruptedException e) {
          interrupted = true; // imports are stopped by their own signals, not by interrupts
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * A turn of the thread that holds the lock. A turn starts only after a pause whose length depends
   * on the previous turn's: SQLite does not queue waiting processes, so without a pause they would
   * hardly get the write lock.
   */
  private SqlDialect.Turn turn() {
    long left = nextTurnNanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = Thread.currentThread().isInterrupted() ? 0 : nextTurnNanos - System.nanoTime();
    }
    long begun = System.nanoTime();
    return () -> {
      if (writing.getHoldCount() == 1) {
        long now = System.nanoTime();
        nextTurnNanos = now + Math.min(PAUSE_MAX_NANOS, (now - begun) / PAUSE_PART);
      }
      writing.unlock();
    };
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(file);
        jobs.close();
      }
    }
  }
}
