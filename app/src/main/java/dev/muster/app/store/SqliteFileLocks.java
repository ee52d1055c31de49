package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all users of one SQLite file in this process share, whoever opens it and by which path: the
 * locks of jobs, and the turn to write. Thread-safe.
 */
final class SqliteFileLocks implements AutoCloseable {

  private static final Map<Path, SqliteFileLocks> OPEN = new HashMap<>();

  /** Longer than any transaction takes, but for one of millions of records. */
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

  /** The locks of a file, to be closed by each who asks for them. */
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
      return file.toAbsolutePath().normalize(); // it is not there yet
    }
  }

  /** Which jobs are held. */
  JobLocks jobs() {
    return jobs;
  }

  /** Held while somebody commits. */
  Object commits() {
    return commits;
  }

  /**
   * Waits until no other thread of this process writes to the file; threads get their turns in the
   * order of their asking.
   *
   * @param listener hears if that takes long
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
          interrupted = true; // what waits is part of an import, which has signals of its own
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
