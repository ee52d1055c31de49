package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The locks on one SQLite file that all its users in this process share, whichever path they open
 * it by: the locks of jobs and the lock on writing. Thread-safe.
 */
final class SqliteFileLocks implements AutoCloseable {

  private static final Map<Path, SqliteFileLocks> OPEN = new HashMap<>();

  /** Longer than any transaction takes, except an all-or-nothing import of millions of records. */
  private static final long TURN_MINUTES = 30;

  private final Path file;
  private final JobLocks jobs;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Object commits = new Object();
  private int users;

  private SqliteFileLocks(Path file) {
    this.file = file;
    this.jobs = new JobLocks(Path.of(file + "-jobs"));
  }

  /** The locks of a file. Each caller must close them. */
  static SqliteFileLocks of(Path file) {
    Path real = real(file);
    synchronized (OPEN) {
      SqliteFileLocks locks = OPEN.computeIfAbsent(real, SqliteFileLocks::new);
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
            return writing::unlock;
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
