package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all users of one SQLite file in this process share, whoever opens it and by which path: the
 * locks of jobs, and the turn to write. Thread-safe.
 */
final class SharedSqliteFile implements AutoCloseable {

  private static final Map<Path, SharedSqliteFile> OPEN = new HashMap<>();

  /** Longer than any transaction takes, but for one of millions of records. */
  private static final long TURN_MINUTES = 30;

  /** What part of its time a process leaves the file to others. */
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

  /** The locks of a file, to be closed by each who asks for them. */
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
      return file.toAbsolutePath().normalize(); // it is not there yet
    }
  }

  /** Which jobs are held. */
  JobLocks jobs() {
    return jobs;
  }

  /** Changes of submitted imports. */
  JobNews news() {
    return news;
  }

  /** Inputs of submitted imports. */
  InputFolder inputs() {
    return inputs;
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
          interrupted = true; // what waits is part of an import, which has signals of its own
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * A turn, by the thread that has the lock. After a long one the file is left alone for a moment:
   * other processes can't queue, and would have to be lucky to get in between two of them.
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
